package lossgrid.model.edit;

import lossgrid.model.document.Experiment;

/**
 * One step of a history: what undo takes back or redo does again.
 *
 * @param edit the one that made it; of a gesture the last one, or the first if they are of several kinds
 * @param hasMore whether its gesture did something else as well, such as painting other cells
 * @param before the document without it
 * @param after the document with it
 */
public record Change(Edit edit, boolean hasMore, Experiment before, Experiment after) {}
