package lossgrid.ui.side;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lossgrid.core.loss.Reduction;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.ways.Way;
import lossgrid.model.ways.WaysAgreement;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Section;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.Frame;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.SideText;
import lossgrid.words.TextKey;

/** The same number computed in every correct way, their agreement, and the effects of float32 where they differ. */
public final class WaysSection extends Section {
    /** With more logits than this the ways are computed in the background, and only on request. */
    private static final int MOST_AT_ONCE = 65_536;

    private static final PseudoClass PARTED = PseudoClass.getPseudoClass("parted");

    private final Workspace workspace;
    private final Messages messages;
    private final Background.Newest later;
    private final Map<Way.Kind, WayRow> rows = new EnumMap<>(Way.Kind.class);
    private final WayRow stray;
    private final VBox list = new VBox();
    private final Label verdict = SectionNodes.note("", "verdict");
    private final VBox notes = new VBox();
    private final Label waiting = SectionNodes.note("", "hint");
    private final Button compute = new Button();
    private Optional<WaysAgreement> shown = Optional.empty();

    public WaysSection(Workspace workspace) {
        super(workspace.messages(), SideText.WAYS);
        this.workspace = workspace;
        messages = workspace.messages();
        later = workspace.session().newest();
        for (Way.Kind kind : Way.Kind.values()) {
            rows.put(kind, new WayRow("way-" + kind.name().toLowerCase(Locale.ROOT), messages, workspace.notices()));
        }
        stray = new WayRow("way-stray", messages, workspace.notices());
        verdict.setId("ways-verdict");
        notes.getStyleClass().add("notes");
        compute.setId("ways-compute");
        compute.textProperty().bind(messages.bind(SideText.WAYS_COMPUTE));
        compute.setOnAction(_ -> computeLarge());
        getChildren().addAll(list, verdict, notes, waiting, compute);
        workspace.session().follow(Frame::analysis, this::recompute);
        messages.languageProperty().subscribe(this::refresh);
        recompute();
    }

    private Analysis analysis() {
        return workspace.session().analysis();
    }

    private boolean isLarge() {
        return analysis().experiment().logits().size() > MOST_AT_ONCE;
    }

    private void recompute() {
        later.cancel();
        shown = isLarge() ? Optional.empty() : WaysAgreement.of(analysis());
        compute.setDisable(false);
        refresh();
    }

    private void computeLarge() {
        Analysis of = analysis();
        compute.setDisable(true);
        waiting.setText(messages.get(SideText.WAYS_COMPUTING));
        later.run(
                () -> WaysAgreement.of(of),
                ways -> {
                    shown = ways;
                    refresh();
                },
                Background::report);
    }

    private void refresh() {
        boolean large = isLarge() && shown.isEmpty();
        SectionNodes.show(compute, large);
        SectionNodes.show(waiting, shown.isEmpty());
        waiting.setText(
                large
                        ? messages.get(
                                SideText.WAYS_LARGE,
                                analysis().experiment().logits().size())
                        : messages.get(SideText.WAYS_WAITING));
        List<Node> nodes = new ArrayList<>();
        notes.getChildren().clear();
        shown.ifPresent(ways -> {
            ways.stray().ifPresent(own -> showStray(own, nodes));
            for (Way way : ways.ways()) {
                WayRow row = row(way.kind());
                row.show(way, ways.own().filter(way.kind()::equals).isPresent());
                nodes.add(row);
            }
            note(ways);
        });
        // Unchanged rows keep the focus.
        if (!list.getChildren().equals(nodes)) {
            list.getChildren().setAll(nodes);
        }
        SectionNodes.show(verdict, shown.filter(WaysAgreement::isComparable).isPresent());
        shown.ifPresent(this::judge);
        SectionNodes.show(notes, !notes.getChildren().isEmpty());
    }

    private WayRow row(Way.Kind kind) {
        return Optional.ofNullable(rows.get(kind)).orElseThrow();
    }

    private void showStray(WaysAgreement.Stray own, List<Node> nodes) {
        stray.showStray(own.expression(), own.outcome(), own.differs());
        nodes.add(stray);
        Label note = SectionNodes.note(
                messages.get(own.differs() ? SideText.WAYS_STRAY_DIFFERS : SideText.WAYS_STRAY_SAME),
                own.differs() ? "caution" : "hint");
        note.setId("ways-stray");
        nodes.add(note);
    }

    private void judge(WaysAgreement ways) {
        verdict.pseudoClassStateChanged(PARTED, !ways.agree());
        double difference = ways.maxDifference();
        if (!ways.agree()) {
            verdict.setText(
                    Double.isNaN(difference)
                            ? messages.get(SideText.WAYS_DIFFER_NAN)
                            : messages.get(SideText.WAYS_DIFFER, NumberDisplay.figures(difference)));
        } else if (difference == 0) {
            verdict.setText(messages.get(allNan(ways) ? SideText.WAYS_AGREE_NAN : SideText.WAYS_AGREE_EXACTLY));
        } else {
            verdict.setText(messages.get(SideText.WAYS_AGREE, NumberDisplay.figures(difference)));
        }
    }

    private static boolean allNan(WaysAgreement ways) {
        return ways.ways().stream()
                .map(Way::outcome)
                .noneMatch(outcome -> outcome instanceof Way.Outcome.Value(float value, var _) && !Float.isNaN(value));
    }

    private void note(WaysAgreement ways) {
        for (WaysAgreement.Reason reason : ways.reasons()) {
            Label why = SectionNodes.note("• " + messages.get(text(reason.cause()), reason.cells()), "hint");
            why.setId("reason-" + reason.cause().name().toLowerCase(Locale.ROOT));
            notes.getChildren().add(why);
        }
        if (analysis().experiment().options().reduction() == Reduction.NONE) {
            notes.getChildren().add(SectionNodes.note(messages.get(SideText.WAYS_SUMS), "hint"));
        }
    }

    private static TextKey text(WaysAgreement.Cause cause) {
        return switch (cause) {
            case NON_FINITE_LOGIT -> SideText.REASON_NON_FINITE_LOGIT;
            case SIGMOID_SATURATED -> SideText.REASON_SIGMOID_SATURATED;
            case BCE_CLAMPED -> SideText.REASON_BCE_CLAMPED;
            case SOFTMAX_UNDERFLOWED -> SideText.REASON_SOFTMAX_UNDERFLOWED;
            case CANCELLATION -> SideText.REASON_CANCELLATION;
            case ROUNDING -> SideText.REASON_ROUNDING;
        };
    }
}
