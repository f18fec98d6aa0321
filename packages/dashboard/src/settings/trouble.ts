import { ApiError } from '../data/api.js';
import { useDashboard } from '../state.js';
import { useEditing } from './use-editor.js';

/** What went wrong with what somebody just did, in words for people who have not built this. */
export const useTroubleWords = (): ((cause: unknown) => string) => {
  const { texts } = useEditing();
  const { trouble } = useDashboard().texts.value.shell;
  return (cause) => {
    if (!(cause instanceof ApiError)) return texts.trouble.unknown;
    if (cause.trouble === 'offline') return texts.trouble.offline;
    // The collector's sentence says which field or which version; ours, whose turn it is.
    if (cause.trouble === 'broken' || cause.trouble === 'missing') return cause.detail;
    const { title, text } = trouble[cause.trouble];
    return `${title}. ${text}`;
  };
};
