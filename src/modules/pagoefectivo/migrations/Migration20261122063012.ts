import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122063012 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_voucher" drop constraint if exists "pagoefectivo_voucher_provider_id_gateway_id_unique";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_voucher" drop constraint if exists "pagoefectivo_voucher_transaction_code_unique";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_voucher" drop constraint if exists "pagoefectivo_voucher_token_unique";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_refund" drop constraint if exists "pagoefectivo_refund_idempotency_key_unique";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_notice_rejection" drop constraint if exists "pagoefectivo_notice_rejection_provider_id_day_reason_unique";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_notice" drop constraint if exists "pagoefectivo_notice_provider_id_body_sha256_unique";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_job_run" drop constraint if exists "pagoefectivo_job_run_name_unique";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_case" drop constraint if exists "pagoefectivo_case_key_unique";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_attempt" drop constraint if exists "pagoefectivo_attempt_payment_session_id_number_unique";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_attempt" drop constraint if exists "pagoefectivo_attempt_transaction_code_unique";`,
    )
    this.addSql(
      `create table if not exists "pagoefectivo_attempt" ("id" text not null, "provider_id" text not null, "payment_session_id" text not null, "cart_id" text null, "number" integer not null, "transaction_code" text not null, "status" text check ("status" in ('started', 'issued', 'rejected', 'lost')) not null default 'started', "amount_centimos" integer not null, "currency_code" text not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "voucher_id" text null, "error_code" text null, "error_message" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_attempt_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_attempt_transaction_code_unique" ON "pagoefectivo_attempt" ("transaction_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_attempt_deleted_at" ON "pagoefectivo_attempt" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_attempt_payment_session_id_number_unique" ON "pagoefectivo_attempt" ("payment_session_id", "number") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_attempt_cart_id" ON "pagoefectivo_attempt" ("cart_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_attempt_status_started_at" ON "pagoefectivo_attempt" ("status", "started_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_case" ("id" text not null, "key" text not null, "reason" text not null, "detail" text null, "status" text check ("status" in ('open', 'resolved', 'ignored')) not null default 'open', "expected" jsonb not null, "actual" jsonb not null, "amount_at_risk_centimos" integer not null, "currency_code" text not null, "provider_id" text null, "voucher_id" text null, "order_id" text null, "notice_id" text null, "line_id" text null, "payout_id" text null, "facts_hash" text not null, "opened_at" timestamptz not null, "resolution" text null, "resolved_at" timestamptz null, "resolved_by" text null, "assigned_to" text null, "version" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_case_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_key_unique" ON "pagoefectivo_case" ("key") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_deleted_at" ON "pagoefectivo_case" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_status_reason" ON "pagoefectivo_case" ("status", "reason") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_voucher_id" ON "pagoefectivo_case" ("voucher_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_order_id" ON "pagoefectivo_case" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_line_id" ON "pagoefectivo_case" ("line_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_payout_id" ON "pagoefectivo_case" ("payout_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_opened_at" ON "pagoefectivo_case" ("opened_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_status_amount_at_risk_centimos" ON "pagoefectivo_case" ("status", "amount_at_risk_centimos") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_case_event" ("id" text not null, "case_id" text not null, "kind" text not null, "at" timestamptz not null, "actor" text not null, "note" text null, "data" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_case_event_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_event_deleted_at" ON "pagoefectivo_case_event" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_case_event_case_id_at" ON "pagoefectivo_case_event" ("case_id", "at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_job_run" ("id" text not null, "name" text not null, "started_at" timestamptz null, "finished_at" timestamptz null, "last_error" text null, "result" jsonb null, "state" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_job_run_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_job_run_name_unique" ON "pagoefectivo_job_run" ("name") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_job_run_deleted_at" ON "pagoefectivo_job_run" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_notice" ("id" text not null, "provider_id" text not null, "body_sha256" text not null, "raw_body" text not null, "headers" jsonb not null, "query" jsonb null, "verdict" text check ("verdict" in ('authentic', 'unreadable')) not null, "event_type" text null, "gateway_id" text null, "transaction_code" text null, "operation_number" text null, "claimed_amount" text null, "claimed_currency_code" text null, "claimed_paid_at" timestamptz null, "received_at" timestamptz not null, "last_received_at" timestamptz not null, "deliveries" integer not null default 1, "status" text check ("status" in ('received', 'processed', 'ignored', 'failed')) not null default 'received', "outcome" text null, "tries" integer not null default 0, "next_try_at" timestamptz null, "processed_at" timestamptz null, "last_error" text null, "voucher_id" text null, "replayed_by" text null, "replayed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_notice_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_notice_deleted_at" ON "pagoefectivo_notice" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_notice_provider_id_body_sha256_unique" ON "pagoefectivo_notice" ("provider_id", "body_sha256") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_notice_status_next_try_at" ON "pagoefectivo_notice" ("status", "next_try_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_notice_voucher_id" ON "pagoefectivo_notice" ("voucher_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_notice_gateway_id" ON "pagoefectivo_notice" ("gateway_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_notice_transaction_code" ON "pagoefectivo_notice" ("transaction_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_notice_received_at" ON "pagoefectivo_notice" ("received_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_notice_rejection" ("id" text not null, "provider_id" text not null, "day" text not null, "reason" text not null, "count" integer not null default 0, "last_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_notice_rejection_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_notice_rejection_deleted_at" ON "pagoefectivo_notice_rejection" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_notice_rejection_provider_id_day_reason_unique" ON "pagoefectivo_notice_rejection" ("provider_id", "day", "reason") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_notice_rejection_last_at" ON "pagoefectivo_notice_rejection" ("last_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_refund" ("id" text not null, "voucher_id" text not null, "idempotency_key" text not null, "amount_centimos" integer not null, "currency_code" text not null, "status" text check ("status" in ('to_transfer', 'transferred', 'in_process', 'approved', 'rejected')) not null default 'to_transfer', "reference" text null, "transferred_at" timestamptz null, "recorded_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_refund_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_refund_idempotency_key_unique" ON "pagoefectivo_refund" ("idempotency_key") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_refund_deleted_at" ON "pagoefectivo_refund" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_refund_voucher_id" ON "pagoefectivo_refund" ("voucher_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_refund_status" ON "pagoefectivo_refund" ("status") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_voucher" ("id" text not null, "token" text not null, "provider_id" text not null, "payment_session_id" text not null, "cart_id" text null, "order_id" text null, "attempt" integer not null, "transaction_code" text not null, "cip" text not null, "gateway_id" text not null, "url" text null, "amount_centimos" integer not null, "currency_code" text not null, "payer_first_name" text null, "status" text check ("status" in ('waiting', 'paid', 'expired', 'voided', 'reversed')) not null default 'waiting', "issued_at" timestamptz not null, "expires_at" timestamptz not null, "paid_at" timestamptz null, "paid_centimos" integer null, "paid_currency_code" text null, "captured_at" timestamptz null, "closed_at" timestamptz null, "reversed_at" timestamptz null, "reminded_at" timestamptz null, "expiry_announced_at" timestamptz null, "deadline_followed_at" timestamptz null, "gateway_status" text null, "checked_at" timestamptz null, "next_check_at" timestamptz null, "closing_reason" text check ("closing_reason" in ('deadline', 'order_canceled', 'superseded', 'orphan', 'admin')) null, "closing_since" timestamptz null, "closing_tries" integer not null default 0, "closing_next_try_at" timestamptz null, "closing_last_error" text null, "metadata" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_voucher_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_token_unique" ON "pagoefectivo_voucher" ("token") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_transaction_code_unique" ON "pagoefectivo_voucher" ("transaction_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_deleted_at" ON "pagoefectivo_voucher" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_provider_id_gateway_id_unique" ON "pagoefectivo_voucher" ("provider_id", "gateway_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_cip" ON "pagoefectivo_voucher" ("cip") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_payment_session_id" ON "pagoefectivo_voucher" ("payment_session_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_cart_id" ON "pagoefectivo_voucher" ("cart_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_order_id" ON "pagoefectivo_voucher" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_status_expires_at" ON "pagoefectivo_voucher" ("status", "expires_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_status_next_check_at" ON "pagoefectivo_voucher" ("status", "next_check_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_created_at" ON "pagoefectivo_voucher" ("created_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_closing_next_try_at" ON "pagoefectivo_voucher" ("closing_next_try_at") WHERE closing_reason IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_voucher_event" ("id" text not null, "voucher_id" text not null, "kind" text not null, "at" timestamptz not null, "actor" text not null, "data" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_voucher_event_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_event_deleted_at" ON "pagoefectivo_voucher_event" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_event_voucher_id_at" ON "pagoefectivo_voucher_event" ("voucher_id", "at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pagoefectivo_attempt" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_case" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_case_event" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_job_run" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_notice" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_notice_rejection" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_refund" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_voucher" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_voucher_event" cascade;`)
  }
}
