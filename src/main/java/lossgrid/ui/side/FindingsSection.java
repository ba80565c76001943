package lossgrid.ui.side;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import lossgrid.model.finding.Finding;
import lossgrid.ui.control.Section;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Screen;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.DoctorText;

/** The worst findings beside the board, and a link to all of them. */
public final class FindingsSection extends Section {
    private static final int MOST = 3;

    private final Workspace workspace;
    private final VBox cards = new VBox();

    public FindingsSection(Workspace workspace) {
        this.workspace = workspace;
        setId("board-findings");
        cards.getStyleClass().add("findings");
        Hyperlink all = new Hyperlink();
        all.setId("all-findings");
        all.textProperty().bind(workspace.messages().bind(DoctorText.FINDINGS_ALL));
        all.setOnAction(_ -> workspace.view().screenProperty().set(Screen.DOCTOR));
        getChildren().addAll(new ClassCountRow(workspace, "board-class-count"), cards, all);
        workspace
                .session()
                .follow(Frame::findings, this::refresh, workspace.messages().languageProperty());
        refresh();
    }

    private void refresh() {
        List<Finding> findings = workspace.session().frame().findings().shown();
        String title = workspace.messages().get(DoctorText.FINDINGS);
        title(title.toUpperCase(workspace.messages().language().locale())
                + (findings.isEmpty() ? "" : " " + findings.size()));
        cards.getChildren()
                .setAll(findings.stream()
                        .limit(MOST)
                        .map(finding -> new FindingCard(workspace, finding, false))
                        .toList());
        if (findings.isEmpty()) {
            cards.getChildren()
                    .setAll(SectionNodes.note(workspace.messages().get(DoctorText.FINDINGS_EMPTY), "card-note"));
        }
    }
}
