import type { Article } from '../article'
import { tideCurve } from '../illustrations/tide-curve'

export const tideTables: Article = {
  slug: 'tide-tables',
  section: 'Seamanship',
  headline: 'How to Read a Tide Table, and When Not to Believe It',
  standfirst:
    'Four numbers a day, printed a year ahead, and mostly right. A short lesson in the twelve parts of a tide, and in the weather that never looked at the book.',
  byline: 'Captain Ines Calloway',
  price: '$0.01',
  minutes: 2,
  illustration: tideCurve,
  caption: 'One tide in twelve parts: half of the water moves in the middle third of the time.',
  paragraphs: [
    'A tide table gives you two high waters and two low waters, each as a time and a height. Begin with the heights, for they are the part people misread. They are not the depth of anything. They are to be added to the depth printed on your chart, which was drawn, out of pessimism, for the lowest tide the surveyor expected. A sounding of two metres and a tide of three make five metres of water, and no other sum will do.',
    'Then look at the time, and at the top of the page, where it says in very small type which time is meant. The sea does not observe summer time; many tables do not either. More keels have found the bar at Narrow Haven in the last week of March than in all the gales of January.',
    'Between high and low the water does not fall evenly. Divide the six hours, and divide the range into twelve. In the first hour one twelfth goes; in the second, two; in the third and in the fourth, three each; then two again, then one. It is a rough rule and a good one. It tells you that the tide is lazy when you arrive, and that it is in a hurry just when you have stopped watching to eat your lunch.',
    'Springs come about two days after the new moon and the full, with higher highs, lower lows, and more stream between them. Neaps come after the quarters, and are kinder. If you know nothing else, look out of the window on the evening before.',
    'And now the part which is not printed. A table is astronomy, and astronomy has no weather in it. A deep low will lift the whole sea, by roughly a centimetre for each hectopascal that the glass has dropped; a week of easterlies will hold the ebb back from the Sound as a hand holds a door. Read the book, therefore, then read the barometer, then look at the post on the end of the pier. If the three of them disagree, believe the post.',
  ],
  pullQuote:
    'Read the book, then the barometer, then the post on the end of the pier. If they disagree, believe the post.',
}
