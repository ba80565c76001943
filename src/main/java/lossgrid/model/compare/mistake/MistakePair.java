package lossgrid.model.compare.mistake;

import lossgrid.model.document.Experiment;

/** The code with a mistake and the code without, on the same image. */
public record MistakePair(Experiment wrong, Experiment right) {}
