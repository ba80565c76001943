package lossgrid.ui.doctor;

import java.nio.IntBuffer;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.Window;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.mask.CropProposal;
import lossgrid.paint.mask.MaskRaster;
import lossgrid.paint.mask.MaskViewport;
import lossgrid.ui.control.CrispCanvas;
import lossgrid.ui.grid.GridStyle;
import org.jspecify.annotations.Nullable;

/** One plane of the raw labels as a picture, pixel by pixel. It is painted at the screen's own scale; zoom and pan are its own. */
final class MaskView extends GridStyle {
    /** Height to width, at most and at least. */
    private static final double TALLEST = 0.75;

    private static final double FLATTEST = 0.2;

    private final MaskState state;
    private final double resolution;
    private final ImageView image = new ImageView();
    private final CrispCanvas overlay;
    private @Nullable MaskViewport viewport;
    private @Nullable PixelBuffer<IntBuffer> pixels;
    private boolean dirty = true;

    MaskView(MaskState state, double resolution) {
        this.state = state;
        this.resolution = resolution;
        overlay = new CrispCanvas(resolution);
        setId("mask");
        getStyleClass().addAll("grid-view", "mask-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        image.setManaged(false);
        image.setMouseTransparent(true);
        getChildren().addAll(image, overlay);
        looks().forEach(look -> ((ObservableValue<?>) look).subscribe(this::repaint));
        state.pictureProperty().subscribe(this::showOther);
        state.planeProperty().subscribe(this::repaint);
        state.pickedProperty().subscribe(this::repaint);
        state.markedProperty().subscribe(this::repaint);
        state.cropProperty().subscribe(this::requestLayout);
        state.hoveredProperty().subscribe(this::requestLayout);
        focusedProperty().subscribe(this::requestLayout);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .subscribe(this::repaint);
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

    private void repaint() {
        dirty = true;
        requestLayout();
    }

    /** Where the pixels lie; null while there are none. */
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

    private double density() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return resolution * (window == null ? 1 : window.getRenderScaleX());
    }

    @Override
    protected void layoutChildren() {
        MaskViewport now = viewport();
        if (now == null || state.picture().isEmpty()) {
            image.setImage(null);
            overlay.resizeTo(0, 0);
            return;
        }
        double density = density();
        int width = (int) Math.round(getWidth() * density);
        int height = (int) Math.round(getHeight() * density);
        if (pixels == null || pixels.getWidth() != width || pixels.getHeight() != height) {
            pixels = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            image.setImage(new WritableImage(pixels));
            dirty = true;
        } else if (image.getImage() == null) {
            image.setImage(new WritableImage(pixels));
        }
        image.setFitWidth(getWidth());
        image.setFitHeight(getHeight());
        if (dirty) {
            paint(state.picture().get(), pixels, now, density);
            dirty = false;
        }
        overlay.resizeTo(getWidth(), getHeight());
        paintOverlay(now);
    }

    private void paint(MaskPicture shown, PixelBuffer<IntBuffer> into, MaskViewport view, double density) {
        MaskRaster.Inks inks = new MaskRaster.Inks(
                argb(paper()), argb(paper()), argb(hatch()), argb(onPaper(alarm())), argb(alarmInk()));
        new MaskRaster(shown.codes(), shown.tints(), state.lit(), inks)
                .paint(into.getBuffer().array(), into.getWidth(), into.getHeight(), state.plane(), view, density);
        into.updateBuffer(_ -> null);
    }

    /** Some colours of the theme let through what is under them. */
    private Paint onPaper(Paint paint) {
        return paint instanceof Color color && paper() instanceof Color ground
                ? ground.interpolate(Color.color(color.getRed(), color.getGreen(), color.getBlue()), color.getOpacity())
                : paint;
    }

    private static int argb(Paint paint) {
        if (!(paint instanceof Color color)) {
            return 0;
        }
        return (int) Math.round(color.getOpacity() * 255) << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    private void paintOverlay(MaskViewport view) {
        GraphicsContext graphics = overlay.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        state.hoveredProperty().get().ifPresent(i -> {
            int cell = i - firstOfPlane();
            frame(
                    graphics,
                    view,
                    new CropProposal(cell / view.planeWidth(), cell % view.planeWidth(), 1, 1),
                    haloPaint());
        });
        state.cropProperty().get().ifPresent(window -> frame(graphics, view, window, activePaint()));
    }

    /** A frame around some pixels, with a light line and a dark one so that it is seen on any colour. */
    private void frame(GraphicsContext graphics, MaskViewport view, CropProposal window, Paint paint) {
        double x = Math.floor(view.left() + window.column() * view.scale());
        double y = Math.floor(view.top() + window.row() * view.scale());
        double width = Math.ceil(Math.max(2, window.width() * view.scale()));
        double height = Math.ceil(Math.max(2, window.height() * view.scale()));
        graphics.setStroke(outlinePaint());
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
    protected double computePrefWidth(double height) {
        return 1;
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
