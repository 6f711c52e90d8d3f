/** Figures in outline where a portrait would be: plainly drawings, so that nobody is taken for a real person. 600 by 800. */
const figureOf = (back: string, coat: string, hair: string, long: boolean): string => `<rect width="600" height="800" fill="${back}"/>
  ${long ? `<path d="M180 330q-10-190 120-190t120 190q10 110 0 170H180q-10-60 0-170z" fill="${hair}"/>` : ''}
  <path d="M70 800q0-220 150-250h160q150 30 150 250z" fill="${coat}"/><path d="M235 550l65 80 65-80z" fill="#f4f1ea"/>${long ? '' : `<path d="M290 610h20l14 120-24 30-24-30z" fill="${hair}"/>`}
  <rect x="258" y="470" width="84" height="96" rx="30" fill="#d9b596"/><ellipse cx="300" cy="350" rx="104" ry="132" fill="#e2bfa0"/>
  <path d="M194 340q-10-150 106-150t106 150q-20-84-60-92-80 30-152 92z" fill="${hair}"/>`;

export const portraits = {
  'portrait-slate': () => figureOf('#dfe6ec', '#43566a', '#2f3338', false),
  'portrait-navy': () => figureOf('#e3e9e4', '#2d4566', '#3b3a3a', false),
  'portrait-grey': () => figureOf('#ece7dd', '#5c6268', '#55524f', false),
  'portrait-teal': () => figureOf('#e1e9ee', '#34626b', '#2f2b29', true),
  'portrait-plum': () => figureOf('#e8e6ec', '#5a4a66', '#38302e', true),
};

export type PortraitName = keyof typeof portraits;
