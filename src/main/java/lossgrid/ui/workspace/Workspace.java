package lossgrid.ui.workspace;

import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Notices;
import lossgrid.ui.document.DocumentActions;
import lossgrid.ui.session.Session;

/**
 * The ingredients of every part of the workbench.
 *
 * @param resolution pixels a unit that canvases hold; 1 on a screen
 */
public record Workspace(
        Session session,
        ViewState view,
        Messages messages,
        DocumentActions documents,
        Diagnosis diagnosis,
        double resolution) {
    /** What says that something is exported or copied. */
    public Notices notices() {
        return documents.notices();
    }
}
