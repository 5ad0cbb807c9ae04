package org.quantplatform.shell.commands;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quantplatform.json.QuantJson;
import org.quantplatform.shell.input.BadInput;
import org.quantplatform.shell.input.RequestDocument;
import picocli.CommandLine.Option;

/** What a search varies and how, in place of or over what is in a file. */
final class SpaceOptions {

    private static final String NUMBER = "(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?::" + NUMBER + ")?");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})([yd])");

    @Option(
            names = "--vary",
            paramLabel = "PATH=VALUES",
            description =
                    "What to vary, such as parameters.fast=5,10,20 or parameters.slow=30..200:10; may be repeated")
    private Map<String, String> space = new LinkedHashMap<>();

    @Option(
            names = "--where",
            paramLabel = "COMPARISON",
            description = "What combinations must meet, such as \"fast < slow\"; may be repeated")
    private @Nullable List<String> constraints;

    @Option(
            names = "--objective",
            paramLabel = "FIGURE",
            description = "What to be best at, sharpe_ratio when left out")
    private @Nullable String objective;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "grid, random, walk_forward or cost_sensitivity; grid when left out")
    private @Nullable String kind;

    @Option(names = "--trials", paramLabel = "N", description = "Combinations drawn in a random search")
    private @Nullable Integer trials;

    @Option(names = "--seed", paramLabel = "N", description = "Of a random search")
    private @Nullable Long seed;

    @Option(names = "--scheme", paramLabel = "SCHEME", description = "rolling or anchored, of a walk-forward search")
    private @Nullable String scheme;

    @Option(names = "--train", paramLabel = "SPAN", description = "Training window, such as 3y or 756d (trading days)")
    private @Nullable String train;

    @Option(names = "--test", paramLabel = "SPAN", description = "Test window, such as 1y or 252d")
    private @Nullable String test;

    @Option(
            names = "--multiples",
            paramLabel = "TIMES",
            split = ",",
            description = "Of the costs in a cost_sensitivity search, such as 0,0.5,1,2")
    private @Nullable List<Double> multiples;

    void writeTo(RequestDocument document) {
        space.forEach((path, values) -> document.part("space").put(path.replace('-', '_'), dimension(path, values)));
        document.set("constraints", constraints)
                .set("objective", objective)
                .set("kind", kind == null ? null : kind.replace('-', '_'))
                .set("trials", trials)
                .set("seed", seed)
                .set("walk_forward.scheme", scheme)
                .set("walk_forward.train", span("--train", train))
                .set("walk_forward.test", span("--test", test))
                .set("cost_multiples", multiples);
    }

    private static Object dimension(String path, String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            Map<String, Object> ends = new LinkedHashMap<>();
            ends.put("from", number(path, range.group(1)));
            ends.put("to", number(path, range.group(2)));
            if (range.group(3) != null) {
                ends.put("step", number(path, range.group(3)));
            }
            return ends;
        }
        Object value = RequestDocument.value(text);
        return text.startsWith("[")
                ? value
                : Arrays.stream(text.split(",")).map(RequestDocument::value).toList();
    }

    private static Object number(String path, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadInput("--vary " + path + ": '" + text + "' is no number");
        }
    }

    private static @Nullable Object span(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new BadInput(option + " must be years or trading days, such as 3y or 756d, was '" + text + "'");
        }
        return QuantJson.mapper()
                .createObjectNode()
                .put(span.group(2).equals("y") ? "years" : "days", Integer.parseInt(span.group(1)));
    }
}
