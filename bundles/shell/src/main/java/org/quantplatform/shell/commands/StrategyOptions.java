package org.quantplatform.shell.commands;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.json.QuantJson;
import org.quantplatform.shell.input.BadInput;
import org.quantplatform.shell.input.RequestDocument;
import org.quantplatform.shell.input.WeightsFile;
import picocli.CommandLine.Option;

/** A strategy told by options, in place of or over the one in a file. */
final class StrategyOptions {

    private static final String WEIGHTS_PLUGIN = "custom-weights";

    @Option(names = "--plugin", paramLabel = Values.PLUGIN, description = "Strategy plug-in, such as factor-rank")
    private @Nullable String plugin;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Parameter of the strategy plug-in, such as top=20; may be repeated")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--factor",
            paramLabel = "ID=WEIGHT",
            description = "Factor and its weight, such as momentum=0.5; may be repeated")
    private Map<String, Double> factors = new LinkedHashMap<>();

    @Option(
            names = "--factor-param",
            paramLabel = "ID.NAME=VALUE",
            description = "Parameter of a factor, such as momentum.skip=21; may be repeated")
    private Map<String, String> factorParameters = new LinkedHashMap<>();

    @Option(
            names = "--combine",
            paramLabel = "HOW",
            description =
                    "Weights of the factors: given, equal, ic, inverse_volatility or max_icir; learnt ones replace"
                            + " those given")
    private @Nullable String combine;

    @Option(
            names = "--combine-param",
            paramLabel = "NAME=VALUE",
            description = "How weights are learnt: horizon, window or min-days; may be repeated")
    private Map<String, String> combineParameters = new LinkedHashMap<>();

    @Option(
            names = "--rebalance",
            paramLabel = "WHEN",
            description = "daily, weekly, month_end, quarter_end, every_N, threshold_X, band_X, band_X_edge, drift_X or"
                    + " volatility_X_N")
    private @Nullable String rebalance;

    @Option(names = "--max-weight", paramLabel = "SHARE", description = "Largest weight of one name, such as 0.05")
    private @Nullable Double maxWeight;

    @Option(names = "--max-sector-weight", paramLabel = "SHARE", description = "Largest weight of one sector")
    private @Nullable Double maxSectorWeight;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights to hold, a CSV with the columns date, ticker and weight")
    private @Nullable Path weights;

    @Option(
            names = "--optimizer",
            paramLabel = "ID",
            description = "Optimizer plug-in that shares the portfolio among the chosen, such as inverse-volatility")
    private @Nullable String optimizer;

    @Option(
            names = "--optimizer-param",
            paramLabel = "NAME=VALUE",
            description = "Parameter of the optimizer, such as window=63; may be repeated")
    private Map<String, String> optimizerParameters = new LinkedHashMap<>();

    boolean given() {
        return plugin != null
                || rebalance != null
                || combine != null
                || maxWeight != null
                || maxSectorWeight != null
                || weights != null
                || optimizer != null
                || !optimizerParameters.isEmpty()
                || !combineParameters.isEmpty()
                || !parameters.isEmpty()
                || !factors.isEmpty()
                || !factorParameters.isEmpty();
    }

    /**
     * @param prefix path of the strategy in the document, with its dot; empty for the document itself
     */
    void writeTo(RequestDocument document, String prefix) {
        document.set(prefix + "plugin", weights != null && plugin == null ? WEIGHTS_PLUGIN : plugin);
        write(parameters, prefix + "parameters.", document);
        document.set(prefix + "parameters.weights", weights == null ? null : WeightsFile.read(weights));
        document.set(prefix + "optimizer.plugin", optimizer);
        write(optimizerParameters, prefix + "optimizer.parameters.", document);
        if (!factors.isEmpty()) {
            document.set(prefix + "factors", factorList());
        } else if (!factorParameters.isEmpty()) {
            throw new BadInput("--factor-param needs its --factor");
        }
        document.set(prefix + "combination.method", combine);
        write(combineParameters, prefix + "combination.", document);
        document.set(prefix + "rebalance_frequency", rebalance);
        document.set(prefix + "constraints.max_weight", maxWeight);
        document.set(prefix + "constraints.max_sector_weight", maxSectorWeight);
    }

    private static void write(Map<String, String> values, String prefix, RequestDocument document) {
        values.forEach((name, value) -> document.set(prefix + name.replace('-', '_'), RequestDocument.value(value)));
    }

    private ArrayNode factorList() {
        ArrayNode list = QuantJson.mapper().createArrayNode();
        List<String> unused = new ArrayList<>(factorParameters.keySet());
        factors.forEach((factor, weight) -> {
            ObjectNode entry = list.addObject().put("factor", factor).put("weight", weight);
            for (Map.Entry<String, String> parameter : factorParameters.entrySet()) {
                if (parameter.getKey().startsWith(factor + ".")) {
                    String name =
                            parameter.getKey().substring(factor.length() + 1).replace('-', '_');
                    entry.withObject("/parameters")
                            .set(name, QuantJson.mapper().valueToTree(RequestDocument.value(parameter.getValue())));
                    unused.remove(parameter.getKey());
                }
            }
        });
        if (!unused.isEmpty()) {
            throw new BadInput("--factor-param " + unused.get(0) + " belongs to no --factor");
        }
        return list;
    }
}
