package lossgrid.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javax.imageio.ImageIO;
import lossgrid.io.DocumentException;
import lossgrid.io.DocumentFiles;
import lossgrid.model.Experiment;
import lossgrid.ui.BoardPicture;
import lossgrid.ui.Language;
import lossgrid.ui.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lossgrid render}: the board as a PNG, without a display. */
@Command(
        name = "render",
        description = "Draws the board of a document as a PNG, without a display.",
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
    private static final double MAX_PIXELS = 1e8;
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{1,4})x([1-9]\\d{1,4})");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The document.")
    private @Nullable Path file;

    @Option(names = "--out", required = true, paramLabel = "PNG", description = "The picture to write.")
    private @Nullable Path out;

    @Option(
            names = "--size",
            defaultValue = "1440x900",
            paramLabel = "WxH",
            description = "The window's size (default ${DEFAULT-VALUE}).")
    private String size = "";

    @Option(
            names = "--scale",
            defaultValue = "1",
            paramLabel = "S",
            description = "Pixels a unit of that size (default ${DEFAULT-VALUE}).")
    private double scale;

    @Option(names = "--lang", defaultValue = "en", paramLabel = "en|zh", description = "The language of the window.")
    private String language = "";

    @Option(names = "--theme", defaultValue = "light", paramLabel = "light|dark", description = "The window's theme.")
    private String theme = "";

    @Override
    public Integer call() {
        CommandLine line = requireSet(spec).commandLine();
        int[] pixels = parseSize(line);
        try {
            Experiment experiment = DocumentFiles.open(requireSet(file));
            BufferedImage picture = draw(experiment, pixels[0], pixels[1]);
            if (!ImageIO.write(picture, "png", requireSet(out).toFile())) {
                throw new IllegalStateException("no writer for PNG");
            }
            return CommandLine.ExitCode.OK;
        } catch (DocumentException bad) {
            line.getErr().println("lossgrid render: " + bad.getMessage());
        } catch (IOException bad) {
            line.getErr().println("lossgrid render: " + out + ": cannot be written: " + bad.getMessage());
        }
        return CommandLine.ExitCode.USAGE;
    }

    private int[] parseSize(CommandLine line) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new ParameterException(line, "--size is WIDTHxHEIGHT, such as 1440x900, not " + size);
        }
        int width = Integer.parseInt(matcher.group(1));
        int height = Integer.parseInt(matcher.group(2));
        if (!(scale > 0) || width * scale * height * scale > MAX_PIXELS) {
            throw new ParameterException(line, "--scale must be positive and the picture below 100 million pixels");
        }
        return new int[] {width, height};
    }

    private Language parseLanguage() {
        return switch (language) {
            case "en" -> Language.ENGLISH;
            case "zh" -> Language.CHINESE;
            default -> throw new ParameterException(requireSet(spec).commandLine(), "--lang is en or zh");
        };
    }

    private Theme parseTheme() {
        return switch (theme) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> throw new ParameterException(requireSet(spec).commandLine(), "--theme is light or dark");
        };
    }

    /** Starts JavaFX on its headless platform, draws on its thread, and ends it whatever happens. */
    private BufferedImage draw(Experiment experiment, int width, int height) {
        Language inLanguage = parseLanguage();
        Theme inTheme = parseTheme();
        Display.useHeadless();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        try {
            return started.thenApplyAsync(
                            _ -> BoardPicture.draw(experiment, width, height, scale, inLanguage, inTheme),
                            BoardPicture.executor())
                    .join();
        } finally {
            Platform.exit();
        }
    }

    private static <T> T requireSet(@Nullable T injected) {
        if (injected == null) {
            throw new IllegalStateException("picocli has set no value");
        }
        return injected;
    }
}
