import type { Article } from '../article'
import { deepSurvey } from '../illustrations/deep-survey'

export const theDeepSurvey: Article = {
  slug: 'the-deep-survey',
  section: 'Expedition',
  headline: 'The Deep Survey',
  standfirst:
    'For eleven summers, four people and a retired car ferry have been measuring a trench which the charts dismiss in one word. What they have drawn, a line at a time, is a country.',
  byline: 'Marguerite Oyelaran',
  price: '$2.00',
  minutes: 4,
  illustration: deepSurvey,
  caption: 'Lines run by the Constance, summers one to eleven. Depths in fathoms.',
  paragraphs: [
    'On Admiralty sheet 2187, between the edge of the Outer Banks and the edge of the paper, there is a space about as large as a hand. Its border is a dotted line. Inside the border there stands one word, in the sloping capitals reserved for things the hydrographer would rather not discuss: <i>unsurveyed</i>. Ships have crossed it for four centuries. It lies nineteen hours from a harbour with a cinema. Until eleven years ago nobody had ever gone there in order to look down.',
    'The <i>Constance</i> was built to carry forty cars across two miles of sheltered water, and she does not care for the ocean. She rolls, said her engineer, like a drunk looking for a key. But her car deck is flat and empty and has a door at each end, so that an instrument may be lowered from one and recovered at the other; she was also for sale, on the morning that Hanne Lindqvist was refused her research grant for the fifth time, at the price of a family house. Lindqvist owned a family house.',
    'The method has not changed since. You tow a sonar the length of a canoe along a straight line, eleven miles out and eleven miles back, at the pace of a man walking a tired dog. Each line paints a strip of the bottom four hundred yards wide. Then you move over, and do it again. In a good summer they run sixty lines. In the fourth summer, when the winch failed in June and again in July, they ran nine; and Lindqvist, who enters everything, has entered under the ninth: “Worth it.”',
    'I joined for lines 402 to 409. One stands a watch of six hours before a screen on which the sea floor comes up from below, a row at a time, like knitting. For the whole of my first watch it was mud. For the second it was mud. “You have to learn to like mud,” said Pascoe, who looks after the sonar and who used to tune church organs. “Mud is the average. It is what the world mostly is. You get the mud properly right, and then, when there is something else, you will know it.”',
    'The something else came at twenty past three in the morning, on line 405. The mud tilted. It went down, and kept going down, and the numbers in the corner of the screen, which had said two hundred and something for as long as I had known them, went through three hundred without a pause. Pascoe did not speak. He reached over and turned the brightness up, gently, as one opens a curtain in a room where someone is asleep. There was an edge, as clean as the edge of a table. Beyond it the screen was black: the echo came back too late for a machine that had been told to expect mud, and it took Pascoe eleven minutes to persuade it to wait longer.',
    'The bottom was at four hundred and twelve fathoms. By breakfast we had run the line again, and by evening the lines to either side, and one could see that it was a valley. It has a floor, with a channel that winds about like any river in a meadow. It has tributaries. At one place the channel had cut through its own bend and left behind a lake, or the shape of a lake, under half a mile of salt water. Lindqvist laid her pencil on it. “It never rained there,” she said. “That is what mud does, if you give it a slope and ten thousand years. It takes itself for a river.” Nobody has stood on those banks and nobody will; but one could see, quite clearly, where one would have sat to eat one’s sandwiches.',
    'What becomes of such a map? A hydrographic office will take it, eventually, and check it, and the word will go from sheet 2187. A cable company has made an offer for the southern third. A trawling syndicate has made another, and got no reply. The crew, for their part, have been naming things, which they are not allowed to do: the channel is the Tuesday, after the day; the lake is Organist’s Water; the edge where the screen went black is on the working chart, in Pascoe’s small round hand, as Oh.',
    'There are some two hundred lines still to run. At sixty in a good summer that is four years, if the summers are good, and the winch holds, and the <i>Constance</i> can be dissuaded from looking for her key. Lindqvist is sixty-six. I asked what she would do when the last strip had been painted and the border closed. She looked at me with real surprise. Then she unrolled the next sheet, 2188, and turned it so that I could see it. In the upper corner, where the paper meets the edge of ours, there was a dotted line.',
  ],
  pullQuote: 'You have to learn to like mud. Mud is the average. It is what the world mostly is.',
}
