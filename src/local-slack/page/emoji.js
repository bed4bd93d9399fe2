// @ts-check
// The shortcodes people and the app use most, as the characters they stand for.

const TABLE = `
smile 😄|grinning 😀|slightly_smiling_face 🙂|blush 😊|joy 😂|wink 😉|thinking_face 🤔|sweat_smile 😅|neutral_face 😐
cry 😢|sob 😭|disappointed 😞|rage 😡|sunglasses 😎|heart_eyes 😍|relieved 😌|confused 😕|open_mouth 😮|zany_face 🤪
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|clap 👏|pray 🙏|wave 👋|raised_hands 🙌|ok_hand 👌|muscle 💪|handshake 🤝|eyes 👀
point_right 👉|point_left 👈|point_up 👆|point_down 👇|raised_hand ✋|heart ❤️|fire 🔥|tada 🎉|sparkles ✨|star ⭐|rocket 🚀
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|warning ⚠️
no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑|question ❓|grey_question ❔|exclamation ❗|grey_exclamation ❕
information_source ℹ️|bulb 💡|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢|speech_balloon 💬|zzz 💤|100 💯
hourglass ⌛|hourglass_flowing_sand ⏳|clock1 🕐|alarm_clock ⏰|stopwatch ⏱️|calendar 📆|date 📅|spiral_calendar_pad 🗓️
email ✉️|envelope ✉️|e-mail 📧|incoming_envelope 📨|envelope_with_arrow 📩|mailbox 📫|inbox_tray 📥|outbox_tray 📤
telephone_receiver 📞|phone ☎️|telephone ☎️|iphone 📱|pencil ✏️|pencil2 ✏️|memo 📝|writing_hand ✍️|paperclip 📎
page_facing_up 📄|clipboard 📋|file_folder 📁|open_file_folder 📂|bookmark 🔖|books 📚|scroll 📜|receipt 🧾|link 🔗
chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|moneybag 💰|dollar 💵|euro 💶|pound 💷|yen 💴
credit_card 💳|bank 🏦|money_with_wings 💸|coin 🪙|heavy_dollar_sign 💲|scales ⚖️|balance_scale ⚖️
mag 🔍|mag_right 🔎|lock 🔒|unlock 🔓|key 🔑|gear ⚙️|wrench 🔧|hammer 🔨|wastebasket 🗑️|package 📦|truck 🚚|construction 🚧
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_forward ▶️|fast_forward ⏩|rewind ⏪|leftwards_arrow_with_hook ↩️
arrow_right_hook ↪️|repeat 🔁|arrows_counterclockwise 🔄|double_vertical_bar ⏸️|black_square_for_stop ⏹️|heavy_plus_sign ➕
heavy_minus_sign ➖|red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵
white_circle ⚪|black_circle ⚫|large_green_square 🟩|large_yellow_square 🟨|large_red_square 🟥|small_blue_diamond 🔹
small_orange_diamond 🔸|white_large_square ⬜|black_large_square ⬛|white_small_square ▫️|black_small_square ▪️
zero 0️⃣|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣|keycap_ten 🔟
sunny ☀️|cloud ☁️|umbrella ☔|snowflake ❄️|seedling 🌱|evergreen_tree 🌲|palm_tree 🌴|coffee ☕|pizza 🍕|cake 🍰
robot_face 🤖|ghost 👻|bust_in_silhouette 👤|busts_in_silhouette 👥|office 🏢|house 🏠|globe_with_meridians 🌐|airplane ✈️
broken_heart 💔|green_heart 💚|blue_heart 💙|yellow_heart 💛|crossed_fingers 🤞|fingers_crossed 🤞|shrug 🤷|facepalm 🤦
gift 🎁|balloon 🎈|trophy 🏆|dart 🎯|medal 🏅|checkered_flag 🏁|triangular_flag_on_post 🚩|white_flag 🏳️|newspaper 📰
`;

/** @type {ReadonlyMap<string, string>} */
const BY_NAME = new Map(
  TABLE.split(/[|\n]/)
    .map((entry) => entry.trim().split(' '))
    .filter(([name, character]) => name && character)
    .map(([name, character]) => [name ?? '', character ?? '']),
);

/** The character of a shortcode, or the shortcode itself where it is not known. @param {string} name */
export function emojiOf(name) {
  return BY_NAME.get(name.replace(/::skin-tone-\d$/, '')) ?? `:${name}:`;
}

/** @param {string} name */
export function isEmoji(name) {
  return BY_NAME.has(name);
}

/** Plain text with its shortcodes replaced; an unknown one stays as it was typed. @param {string} text */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/gi, (whole, name) => (isEmoji(name) ? emojiOf(name) : whole));
}

/** Shortcodes that begin with what was typed, the shortest first. @param {string} typed @param {number} limit */
export function emojiLike(typed, limit) {
  const words = typed.toLowerCase();
  return [...BY_NAME.keys()]
    .filter((name) => name.startsWith(words))
    .sort((a, b) => a.length - b.length)
    .slice(0, limit);
}

/** Offered at a message, and to choose from. */
export const COMMON = [
  '+1',
  'white_check_mark',
  'eyes',
  'tada',
  'raised_hands',
  'heart',
  'pray',
  'thinking_face',
  'joy',
  'moneybag',
  'telephone_receiver',
  'hourglass_flowing_sand',
  'warning',
  'x',
  'question',
  'rocket',
  'fire',
  '100',
];
