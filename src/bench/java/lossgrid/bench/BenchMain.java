package lossgrid.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link KernelBenchmark} in this one process and prints one table. The contenders take turns in short rounds, so
 * that other load on the machine affects all of them; the median of the rounds counts.
 */
final class BenchMain {
    private static final TimeValue ROUND = TimeValue.milliseconds(250);
    private static final TimeValue WARM_UP = TimeValue.milliseconds(1000);
    private static final TimeValue REMINDER = TimeValue.milliseconds(50);

    private BenchMain() {}

    /**
     * Runs the benchmarks named by the arguments.
     *
     * @param args shapes, works, rounds, and the file for the JSON
     */
    public static void main(String[] args) throws RunnerException, IOException {
        List<String> shapes = List.of(args[0].split(",", -1));
        List<Work> works =
                Arrays.stream(args[1].split(",", -1)).map(Work::named).toList();
        int rounds = Integer.parseInt(args[2]);
        BenchTable table = new BenchTable(ForkJoinPool.getCommonPoolParallelism() + 1, TorchArrays.version());
        for (String shape : shapes) {
            List<String> methods = new ArrayList<>(List.of(BenchTable.COPY));
            for (Work work : works) {
                methods.addAll(List.of(work.method(Contender.LOSSGRID), work.method(Contender.LIBTORCH)));
            }
            Map<String, Double> micros = medians(shape, methods, rounds);
            for (Work work : works) {
                table.add(new BenchTable.Row(
                        shape,
                        work,
                        micros.getOrDefault(work.method(Contender.LOSSGRID), Double.NaN),
                        micros.getOrDefault(work.method(Contender.LIBTORCH), Double.NaN),
                        micros.getOrDefault(BenchTable.COPY, Double.NaN)));
            }
        }
        System.out.print(table.text());
        table.write(Path.of(args[3]));
    }

    /** The median of each method's rounds, in microseconds. */
    private static Map<String, Double> medians(String shape, List<String> methods, int rounds) throws RunnerException {
        Map<String, List<Double>> times = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String method : methods) {
                times.computeIfAbsent(method, _ -> new ArrayList<>())
                        .add(time(shape, method, round == 0 ? WARM_UP : REMINDER));
            }
        }
        Map<String, Double> medians = new HashMap<>();
        times.forEach(
                (method, t) -> medians.put(method, t.stream().sorted().toList().get(t.size() / 2)));
        return medians;
    }

    private static double time(String shape, String method, TimeValue warmUp) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(KernelBenchmark.class.getName() + "\\." + method + "$")
                        .param("shape", shape)
                        .forks(0)
                        .warmupIterations(1)
                        .warmupTime(warmUp)
                        .measurementIterations(1)
                        .measurementTime(ROUND)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getScore();
    }
}
