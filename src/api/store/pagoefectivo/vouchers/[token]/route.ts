export { answerVoucher as GET } from "../../../../support/shopper/answer-json"
