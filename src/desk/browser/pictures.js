/** A picture alone in its paragraph, as articles have it: alt text, and a caption that ends with the credit. */
export function registerPictures(CMS) {
  const toBlock = ({ src = '', alt = '', caption = '' }) => {
    const title = caption.trim().replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&');
    return `![${alt.replace(/[[\]]/g, '')}](${src}${title === '' ? '' : ` "${title}"`})`;
  };
  CMS.registerEditorComponent({
    id: 'picture',
    label: 'Picture',
    icon: 'image',
    trigger: 'button',
    fields: [
      { name: 'src', label: 'File', widget: 'image', choose_url: false },
      {
        name: 'alt',
        label: 'Alt',
        widget: 'string',
        hint: 'What the picture shows, for those who cannot see it.',
      },
      {
        name: 'caption',
        label: 'Caption',
        widget: 'text',
        required: false,
        hint: 'What the reader should know of it, with the credit at its end: “… on the pier. Photo: Olena Hrytsak/Agency”',
      },
    ],
    pattern: /^!\[(?<alt>[^\]\n]*)\]\((?<src>[^)\s"]+)(?:\s+"(?<caption>(?:[^"\\]|\\.)*)")?\)$/m,
    fromBlock: ({ groups }) => ({ ...groups, caption: groups.caption?.replace(/\\(["\\])/g, '$1') ?? '' }),
    toBlock,
    toPreview: (picture) => `${toBlock({ ...picture, caption: '' })}\n\n<small>${picture.caption ?? ''}</small>`,
  });
}
