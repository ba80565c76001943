package lossgrid.io.intake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import lossgrid.io.disk.MemoryBudget;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.image.Inflation;
import lossgrid.io.npy.NpyCodec;
import lossgrid.io.npy.StoredArray;
import lossgrid.model.document.LabelSource;
import org.jspecify.annotations.Nullable;

/** NumPy's {@code .npy} files and the {@code .npz} archives of them, stored or deflated. */
final class NumpyFormat {
    private static final String SUFFIX = ".npy";
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int MOST_RANK = 4;

    private NumpyFormat() {}

    static LoadedArray readArray(ByteBuffer file, String name) throws UnreadableFile {
        return array(file, name, name, LabelSource.Format.NPY, "");
    }

    private static LoadedArray array(ByteBuffer npy, String name, String file, LabelSource.Format format, String place)
            throws UnreadableFile {
        StoredArray stored;
        try {
            stored = NpyCodec.readStored(npy);
        } catch (UnreadableFile bad) {
            throw bad.at(place);
        }
        int rank = stored.array().shape().rank();
        if (rank == 0 || rank > MOST_RANK) {
            throw new UnreadableFile(
                    place,
                    rank == 0 ? "a single number; labels have 1 to 4 dimensions" : rank + " dimensions, more than 4");
        }
        LabelSource source = new LabelSource(
                file,
                format,
                stored.isFortranOrder() ? LabelSource.Layout.FORTRAN_ORDER : LabelSource.Layout.C_ORDER,
                stored.type().numpyName(),
                stored.type().size() * Byte.SIZE,
                List.of());
        return new LoadedArray(name, stored.array(), source);
    }

    /**
     * The arrays of an archive that can be labels, at least one.
     *
     * @throws UnreadableFile when an entry is damaged, or none can be labels: then for the first one
     */
    static List<LoadedArray> readArchive(byte[] file, String name, MemoryBudget room) throws UnreadableFile {
        List<ZipDirectory.Entry> entries = ZipDirectory.read(file);
        List<ZipDirectory.Entry> arrays =
                entries.stream().filter(entry -> entry.name().endsWith(SUFFIX)).toList();
        if (arrays.isEmpty()) {
            throw new UnreadableFile("", withoutArrays(entries));
        }
        requireMemory(arrays, room);
        List<LoadedArray> out = new ArrayList<>();
        @Nullable UnreadableFile first = null;
        for (ZipDirectory.Entry entry : arrays) {
            ByteBuffer npy = bytes(file, entry);
            String array = entry.name().substring(0, entry.name().length() - SUFFIX.length());
            try {
                out.add(array(npy, array, name + "[" + array + "]", LabelSource.Format.NPZ, entry.name()));
            } catch (UnreadableFile unfit) {
                first = first == null ? unfit : first;
            }
        }
        if (out.isEmpty() && first != null) {
            throw first;
        }
        return out;
    }

    private static String withoutArrays(List<ZipDirectory.Entry> entries) {
        boolean isTorch = entries.stream().anyMatch(entry -> entry.name().endsWith("data.pkl"));
        return isTorch
                ? "a file of torch.save; write the tensor with numpy.save(file, tensor.cpu().numpy()) instead"
                : "an archive without .npy arrays";
    }

    private static void requireMemory(List<ZipDirectory.Entry> arrays, MemoryBudget room) throws UnreadableFile {
        long total = 0;
        for (ZipDirectory.Entry entry : arrays) {
            if (entry.method() != STORED && entry.method() != DEFLATED) {
                throw new UnreadableFile(entry.name(), "compressed by the unknown method " + entry.method());
            }
            if (entry.size() < 0) {
                throw new UnreadableFile(entry.name(), "claims " + Long.toUnsignedString(entry.size()) + " bytes");
            }
            if (entry.method() == DEFLATED) {
                Inflation.requirePossible(entry.size(), entry.data().length(), entry.name());
            } else if (entry.size() != entry.data().length()) {
                throw new UnreadableFile(
                        entry.name(),
                        "claims %s bytes and has %s"
                                .formatted(entry.size(), entry.data().length()));
            }
            total += entry.size();
        }
        room.require(2 * total, "", "what this archive claims to hold");
    }

    private static ByteBuffer bytes(byte[] file, ZipDirectory.Entry entry) throws UnreadableFile {
        int size = (int) entry.size();
        ByteBuffer out = entry.method() == STORED || size == 0
                ? ByteBuffer.wrap(file, entry.data().offset(), size)
                : ByteBuffer.wrap(Inflation.inflate(file, List.of(entry.data()), size, true, entry.name()), 0, size);
        CRC32 crc = new CRC32();
        crc.update(out.duplicate());
        if ((int) crc.getValue() != entry.crc()) {
            throw new UnreadableFile(entry.name(), "damaged: its checksum is wrong");
        }
        return out;
    }
}
