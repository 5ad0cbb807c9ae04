package org.quantplatform.assembly.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Files of bars: random walks with one market factor, the same for the same sizes. */
final class BarFiles {

    private static final long SEED = 20261123;
    private static final int PER_FILE = 750;
    private static final double CENTS = 1e4;

    private final Path folder;
    private final List<LocalDate> dates = new ArrayList<>();
    private final double[] market = new double[Size.DAYS];
    private final SplittableRandom random = new SplittableRandom(SEED);

    BarFiles(Path folder) {
        this.folder = folder;
        LocalDate date = LocalDate.of(2014, 1, 2);
        while (dates.size() < Size.DAYS) {
            if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                market[dates.size()] = 0.0001 + 0.01 * normal();
                dates.add(date);
            }
            date = date.plusDays(1);
        }
    }

    /** Names of the files, in the folder. */
    List<String> write(String prefix, int assets) throws IOException {
        Files.createDirectories(folder);
        List<String> names = new ArrayList<>();
        for (int from = 0; from < assets; from += PER_FILE) {
            String name = prefix + from + ".csv";
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
                out.write("ticker,date,open,high,low,close,volume\n");
                for (int asset = from; asset < Math.min(from + PER_FILE, assets); asset++) {
                    out.write(bars("%s%05d".formatted(prefix, asset)));
                }
            }
            names.add(name);
        }
        return names;
    }

    private String bars(String ticker) {
        StringBuilder text = new StringBuilder(Size.DAYS * 64);
        double beta = 0.5 + random.nextDouble();
        double close = 50;
        for (int day = 0; day < Size.DAYS; day++) {
            close *= Math.exp(beta * market[day] + 0.02 * normal());
            double open = close * (1 + 0.01 * (random.nextDouble() - 0.5));
            double spread = 0.01 * random.nextDouble();
            text.append(ticker).append(',').append(dates.get(day));
            price(text, open);
            price(text, Math.max(open, close) * (1 + spread));
            price(text, Math.min(open, close) * (1 - spread));
            price(text, close);
            text.append(',').append(1_000_000 + day).append('\n');
        }
        return text.toString();
    }

    private static void price(StringBuilder text, double value) {
        text.append(',').append(Math.max(1, Math.round(value * CENTS)) / CENTS);
    }

    private double normal() {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
