/**
 * The chart library, by its path: Medusa's plugin build leaves out every package that package.json
 * names, and a store would have to install six megabytes for two charts. By path it is taken into
 * the chunk that only the summary page loads.
 */
export {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  Tooltip,
} from "../../../node_modules/chart.js"
