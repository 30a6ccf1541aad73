export { answerCheck as POST } from "../../../../../support/shopper/answer-json"
