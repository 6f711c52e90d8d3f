/** The portal's blue in the place of Strapi's violet (`site/src/styles/tokens.css`); text on it reaches 7:1. */
export const theme = {
  light: {
    colors: {
      primary100: '#eef3fa',
      primary200: '#d3e0f0',
      primary500: '#2f6bb3',
      primary600: '#0b4a99',
      primary700: '#0b3f7f',
      // Strapi's orange reaches 4.0:1 on its own pale ground; this one 7:1.
      warning700: '#834000',
      buttonPrimary500: '#1c5cad',
      buttonPrimary600: '#0b4a99',
    },
  },
};
