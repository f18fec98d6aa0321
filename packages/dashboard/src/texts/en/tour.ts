/** Before the first answer. */
export const tour = {
  sample: 'Sample data',
  sampleWhy: 'Nobody has answered yet. This made-up shop disappears with your first real answer.',
  welcome: 'Here you will see how every step of the way felt.',
  steps: [
    {
      title: 'Prospects beside customers',
      text: 'The solid line with circles is people who had not bought at that moment. The dashed line with squares is customers.',
    },
    {
      title: 'Every figure with its doubt',
      text: 'The thin lines are 95% intervals. Where few have answered they are long, and under five answers nothing is shown.',
    },
    {
      title: 'All eight levels',
      text: 'The bar under each stage is the whole distribution, from Loathing to Zen. Choose a stage to read it closely.',
    },
  ],
  first: 'Get the first answer',
  firstWhy: 'Put these two lines into a page. Answers appear here by themselves, within seconds.',
};
