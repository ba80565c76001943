package lossgrid.io.intake;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Large files, read where the system keeps them, so that only what is made of them takes memory of the program. */
final class MappedFile {
    /** Makes something of a file's bytes, of which nothing may be kept. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ByteBuffer content) throws ArrayFileException;
    }

    private MappedFile() {}

    /**
     * What {@code reader} makes of a file.
     *
     * @param file no larger than {@link Integer#MAX_VALUE} bytes
     * @throws IOException also when the file gets shorter meanwhile
     */
    static <T> T read(Path file, Reader<T> reader) throws IOException, ArrayFileException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            return reader.read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                    .asByteBuffer());
        } catch (InternalError shorter) {
            // So the virtual machine reports pages that are gone.
            throw new IOException("it has changed while it was being read", shorter);
        }
    }
}
