/** What the two priced weather APIs sell. */
export const forecast = {
  issued: '05:20',
  summary: 'A shallow low drifts north past Skerry Sound; bright by noon, the wind veering west.',
  areas: [
    {
      name: 'Skerry Sound',
      wind: 'South-west 4 or 5, veering west later',
      sea: 'Slight or moderate',
      visibility: 'Good, occasionally poor in drizzle',
    },
    {
      name: 'The Narrows',
      wind: 'West 5 to 7, gusting at the turn of the tide',
      sea: 'Moderate, rough over the bar',
      visibility: 'Good',
    },
    {
      name: 'Outer Banks',
      wind: 'North-west 6 to gale 8, moderating 5',
      sea: 'Rough or very rough',
      visibility: 'Moderate or good',
    },
  ],
} as const
