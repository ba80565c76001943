package lossgrid.ui.figure;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.finding.Finding;
import lossgrid.model.finding.Outcome;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.doctor.MaskFigure;
import lossgrid.ui.session.CardKind;
import lossgrid.words.DoctorText;
import lossgrid.words.FindingText;

/** The doctor in a figure: the labels as they came, the steps that encode them, and what is found. */
final class DoctorFigure {
    /** The width, relative to the size of type, from which the findings are beside the labels. */
    private static final double BESIDE_FROM = 44;

    /** Labels of so many pixels at most are shown as numbers. */
    private static final int MOST_CELLS = 256;

    private DoctorFigure() {}

    static List<Node> of(FigureSource source, FigureSpace space) {
        Experiment experiment = source.analysis().experiment();
        boolean isBeside = space.ems() >= BESIDE_FROM;
        VBox labels = labels(source, isBeside ? space.column(2) : space);
        VBox findings = findings(source);
        FigureTable table = new FigureTable(space, isBeside ? 2 : 1);
        table.row().add(labels, 0, 1);
        if (isBeside) {
            table.add(findings, 1, 1);
        } else {
            table.row(1).add(findings, 0, 1);
        }
        List<Node> nodes = new ArrayList<>();
        if (!experiment.title().isBlank()) {
            nodes.add(SectionNodes.note(experiment.title(), "figure-title"));
        }
        nodes.add(table);
        return nodes;
    }

    private static VBox labels(FigureSource source, FigureSpace space) {
        Experiment experiment = source.analysis().experiment();
        Messages messages = source.messages();
        VBox column = column(messages.get(DoctorText.LABELS_AS_THEY_CAME));
        column.getChildren().add(BoardFigure.text(MaskFigure.facts(experiment, messages), "card-facts"));
        if (experiment.labels().shape().planeSize() <= MOST_CELLS) {
            column.getChildren().add(BoardFigure.planes(CardKind.LABELS, source, space));
        } else {
            column.getChildren().add(MaskFigure.mask(experiment, space.resolution()));
        }
        column.getChildren().addAll(MaskFigure.values(experiment, messages, space.resolution()));
        if (!experiment.encoding().isEmpty()) {
            column.getChildren().add(SectionNodes.label(messages.get(DoctorText.ENCODING), "card-title"));
            for (EncodingStep step : experiment.encoding()) {
                column.getChildren().add(BoardFigure.text("y = " + step.torchCode("y"), "card-expression"));
            }
        }
        return column;
    }

    private static VBox column(String title) {
        VBox column = new VBox(SectionNodes.label(title, "card-title"));
        column.getStyleClass().add("figure-column");
        return column;
    }

    private static VBox findings(FigureSource source) {
        Messages messages = source.messages();
        VBox column = column(messages.get(DoctorText.FINDINGS));
        FindingText texts = FindingText.in(messages.language());
        for (Finding finding : source.findings()) {
            VBox entry = new VBox(
                    SectionNodes.note(
                            texts.severity(finding.severity()) + ": " + texts.title(finding), "finding-title"),
                    SectionNodes.note(texts.seen(finding), "finding-text"),
                    outcome(finding, texts),
                    SectionNodes.note(texts.why(finding), "finding-text"));
            entry.getStyleClass().add("figure-finding");
            column.getChildren().add(entry);
        }
        if (source.findings().isEmpty()) {
            column.getChildren().add(SectionNodes.note(messages.get(DoctorText.FINDINGS_EMPTY), "card-note"));
        }
        return column;
    }

    private static Node outcome(Finding finding, FindingText texts) {
        Node outcome = SectionNodes.note(texts.outcome(finding.outcome()), "finding-outcome");
        switch (finding.outcome()) {
            case Outcome.Raises _ -> outcome.getStyleClass().addAll("raises", "mono");
            case Outcome.SilentlyWrong _ -> outcome.getStyleClass().add("silent");
            case Outcome.Harmless _ -> outcome.getStyleClass().add("harmless");
        }
        return outcome;
    }
}
