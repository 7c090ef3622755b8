/** Makes a file in any format. What makes each is fetched the first time that somebody asks for one. */
import { toJson } from '../../records/exporters/json.ts';
import type { FileContent, WrittenFile } from '../../records/file-content.ts';
import type { RecordFormat } from './formats.ts';

interface Writer {
  readonly extension: string;
  readonly type: string;
  readonly write: (content: FileContent) => Promise<WrittenFile['content']>;
}

const writers: Readonly<Record<RecordFormat, Writer>> = {
  html: {
    extension: 'html',
    type: 'text/html',
    write: async (content) => {
      const [{ toHtmlFile }, checker] = await Promise.all([
        import('../../records/exporters/html.ts'),
        import('virtual:record-checker'),
      ]);
      return toHtmlFile(content, checker);
    },
  },
  docx: {
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (content) => (await import('../../records/exporters/docx.ts')).toDocx(content),
  },
  pdf: {
    extension: 'pdf',
    type: 'application/pdf',
    write: async (content) => (await import('../site/make-pdf.ts')).makePdf(content),
  },
  markdown: {
    extension: 'md',
    type: 'text/markdown',
    write: async (content) => (await import('../../records/exporters/markdown.ts')).toMarkdown(content),
  },
  text: {
    extension: 'txt',
    type: 'text/plain',
    write: async (content) => (await import('../../records/exporters/text.ts')).toText(content),
  },
  json: {
    extension: 'json',
    type: 'application/json',
    write: ({ data }) => Promise.resolve(toJson(data)),
  },
};

/** @throws Error where what makes it, or a part of that, did not come; it can then be tried again */
export async function writeFile(format: RecordFormat, content: FileContent): Promise<WrittenFile> {
  const { extension, type, write } = writers[format];
  return { extension, type, content: await write(content) };
}
