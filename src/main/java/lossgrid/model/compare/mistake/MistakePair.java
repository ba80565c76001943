package lossgrid.model.compare.mistake;

import lossgrid.model.analysis.Analyzer;
import lossgrid.model.compare.Comparison;
import lossgrid.model.document.Experiment;

/** What somebody's code does, and what it should do: the same picture both times. */
public record MistakePair(Experiment wrong, Experiment right) {
    /** Both analyzed, the wrong one on the left. */
    public Comparison compare() {
        return Comparison.of(Analyzer.analyze(wrong), Analyzer.analyze(right));
    }
}
