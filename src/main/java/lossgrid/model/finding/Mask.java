package lossgrid.model.finding;

/** Labels, and what they are looked at for. */
record Mask(MaskFacts facts, MaskContext context) {}
