package lossgrid.ui.doctor;

import java.nio.IntBuffer;
import java.util.OptionalInt;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Paint;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.geometry.LookInks;
import lossgrid.paint.mask.CropProposal;
import lossgrid.paint.mask.MaskRaster;
import lossgrid.paint.mask.MaskViewport;
import lossgrid.ui.grid.GridPaint;
import lossgrid.ui.grid.PaintedView;
import org.jspecify.annotations.Nullable;

/** One plane of the raw labels as a picture, pixel by pixel. Zoom and pan are its own. */
final class MaskView extends PaintedView {
    /** Height to width, at most and at least. */
    private static final double TALLEST = 0.75;

    private static final double FLATTEST = 0.2;

    private final MaskState state;
    private final ImageView image;
    private @Nullable MaskViewport viewport;
    private @Nullable PixelBuffer<IntBuffer> pixels;

    MaskView(MaskState state, double resolution) {
        this(state, resolution, new ImageView());
    }

    private MaskView(MaskState state, double resolution, ImageView image) {
        super(resolution, image);
        this.state = state;
        this.image = image;
        setId("mask");
        getStyleClass().add("mask-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        image.setManaged(false);
        image.setMouseTransparent(true);
        state.pictureProperty().subscribe(this::showOther);
        state.planeProperty().subscribe(this::repaint);
        state.pickedProperty().subscribe(this::repaint);
        state.markedProperty().subscribe(this::repaint);
        state.cropProperty().subscribe(() -> invalidate(Dirty.OUTLINES));
        state.hoveredProperty().subscribe(() -> invalidate(Dirty.OUTLINES));
        new MaskInput(this, state).install();
    }

    private void showOther() {
        MaskViewport now = viewport;
        boolean isSameSize = now != null
                && state.picture()
                        .map(shown -> shown.codes().shape())
                        .filter(shape -> shape.width() == now.planeWidth() && shape.height() == now.planeHeight())
                        .isPresent();
        if (!isSameSize) {
            viewport = null;
        }
        // The height follows the mask's.
        if (getParent() != null) {
            getParent().requestLayout();
        }
        repaint();
    }

    /** The place of the pixels in the view; null while there are none. */
    @Nullable
    MaskViewport viewport() {
        if (state.picture().isEmpty() || getWidth() < 1 || getHeight() < 1) {
            return null;
        }
        GridShape shape = state.picture().get().codes().shape();
        MaskViewport now = viewport;
        if (now == null) {
            now = MaskViewport.fit(shape.width(), shape.height(), getWidth(), getHeight());
        } else if (now.width() != getWidth() || now.height() != getHeight()) {
            now = now.resized(getWidth(), getHeight());
        }
        viewport = now;
        return now;
    }

    void move(MaskViewport next) {
        viewport = next;
        repaint();
    }

    /** The whole plane again. */
    void fit() {
        viewport = null;
        repaint();
    }

    /** Zooms around the middle. */
    void zoom(double factor) {
        zoom(factor, getWidth() / 2, getHeight() / 2);
    }

    void zoom(double factor, double x, double y) {
        MaskViewport now = viewport();
        if (now != null) {
            move(now.zoomed(factor, x, y));
        }
    }

    /** The pixel at a place, counted through all planes. */
    OptionalInt locate(double x, double y) {
        MaskViewport now = viewport();
        OptionalInt cell = now == null ? OptionalInt.empty() : now.locate(x, y);
        return cell.isEmpty() ? cell : OptionalInt.of(firstOfPlane() + cell.getAsInt());
    }

    int firstOfPlane() {
        return state.picture()
                .map(shown -> shown.codes().shape().element(state.plane(), 0))
                .orElse(0);
    }

    @Override
    protected boolean canPaint() {
        return viewport() != null;
    }

    @Override
    protected void resized() {
        image.setFitWidth(getWidth());
        image.setFitHeight(getHeight());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        getChildren().forEach(child -> child.setVisible(canPaint()));
    }

    @Override
    protected void paintCells() {
        double density = pixelsAUnit();
        int width = (int) Math.round(getWidth() * density);
        int height = (int) Math.round(getHeight() * density);
        PixelBuffer<IntBuffer> into = pixels;
        if (into == null || into.getWidth() != width || into.getHeight() != height) {
            into = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            pixels = into;
            image.setImage(new WritableImage(into));
        }
        MaskViewport now = viewport();
        if (now != null) {
            paint(state.picture().orElseThrow(), into, now, density);
        }
    }

    private void paint(MaskPicture shown, PixelBuffer<IntBuffer> into, MaskViewport view, double density) {
        LookInks looks = lookInks();
        MaskRaster.Inks inks =
                new MaskRaster.Inks(looks.paper(), looks.paper(), looks.hatch(), looks.alarm(), looks.alarmInk());
        new MaskRaster(shown.codes(), shown.tints(), state.lit(), inks)
                .paint(into.getBuffer().array(), into.getWidth(), into.getHeight(), state.plane(), view, density);
        into.updateBuffer(_ -> null);
    }

    @Override
    protected void paintOutlines(GraphicsContext graphics) {
        MaskViewport now = viewport();
        if (now == null) {
            return;
        }
        state.hoveredProperty().get().ifPresent(i -> {
            int cell = i - firstOfPlane();
            CropProposal pixel = new CropProposal(cell / now.planeWidth(), cell % now.planeWidth(), 1, 1);
            frame(graphics, now, pixel, paint(GridPaint.HALO));
        });
        state.cropProperty().get().ifPresent(window -> frame(graphics, now, window, paint(GridPaint.ACTIVE)));
    }

    /** A frame around some pixels, with a light line and a dark one so that it is seen on any colour. */
    private void frame(GraphicsContext graphics, MaskViewport view, CropProposal window, Paint paint) {
        double x = Math.floor(view.left() + window.column() * view.scale());
        double y = Math.floor(view.top() + window.row() * view.scale());
        double width = Math.ceil(Math.max(2, window.width() * view.scale()));
        double height = Math.ceil(Math.max(2, window.height() * view.scale()));
        graphics.setStroke(paint(GridPaint.OUTLINE));
        graphics.setLineWidth(3 * unit());
        graphics.strokeRect(x, y, width, height);
        graphics.setStroke(paint);
        graphics.setLineWidth(1.5 * unit());
        graphics.strokeRect(x, y, width, height);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double ratio = state.picture()
                .map(shown -> shown.codes().shape())
                .map(shape -> (double) shape.height() / shape.width())
                .orElse(TALLEST);
        return Math.floor(Math.max(width, 1) * Math.clamp(ratio, FLATTEST, TALLEST));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
