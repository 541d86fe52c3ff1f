// What every page of the site and of the daemon is held to, by html-validate.
import { HtmlValidate } from 'html-validate';

export const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-trailing-whitespace': 'off', // what a template leaves behind is not seen
    'void-style': 'off',
    'long-title': 'off', // titles of notices are as long as the office made them
    'tel-non-breaking': 'off', // a number that is copied must hold a plain hyphen
  },
});
