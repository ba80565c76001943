package lossgrid.ui;

/**
 * What every part of the workbench is made from.
 *
 * @param resolution pixels a unit that canvases hold; 1 on a screen
 */
record Workspace(
        Session session,
        ViewState view,
        Messages messages,
        DocumentActions documents,
        Diagnosis diagnosis,
        double resolution) {}
