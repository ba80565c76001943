package lossgrid.model.compare.mistake;

import lossgrid.model.document.Experiment;

/** What somebody's code does, and what it should do: the same picture both times. */
public record MistakePair(Experiment wrong, Experiment right) {}
