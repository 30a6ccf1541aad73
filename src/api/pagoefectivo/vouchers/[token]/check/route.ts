export { answerForm as POST } from "../../../../support/shopper/answer-form"
