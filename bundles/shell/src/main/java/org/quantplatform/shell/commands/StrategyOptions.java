package org.quantplatform.shell.commands;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.json.QuantJson;
import org.quantplatform.shell.input.BadInput;
import org.quantplatform.shell.input.RequestDocument;
import picocli.CommandLine.Option;

/** A strategy told by options, in place of or over the one in a file. */
final class StrategyOptions {

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
            names = "--rebalance",
            paramLabel = "WHEN",
            description = "daily, weekly, month_end, quarter_end or every_N")
    private @Nullable String rebalance;

    @Option(names = "--max-weight", paramLabel = "SHARE", description = "Largest weight of one name, such as 0.05")
    private @Nullable Double maxWeight;

    @Option(names = "--max-sector-weight", paramLabel = "SHARE", description = "Largest weight of one sector")
    private @Nullable Double maxSectorWeight;

    boolean given() {
        return plugin != null
                || rebalance != null
                || maxWeight != null
                || maxSectorWeight != null
                || !parameters.isEmpty()
                || !factors.isEmpty()
                || !factorParameters.isEmpty();
    }

    /**
     * @param prefix path of the strategy in the document, with its dot; empty for the document itself
     */
    void writeTo(RequestDocument document, String prefix) {
        document.set(prefix + "plugin", plugin);
        parameters.forEach((name, value) ->
                document.set(prefix + "parameters." + name.replace('-', '_'), RequestDocument.value(value)));
        if (!factors.isEmpty()) {
            document.set(prefix + "factors", factorList());
        } else if (!factorParameters.isEmpty()) {
            throw new BadInput("--factor-param needs its --factor");
        }
        document.set(prefix + "rebalance_frequency", rebalance);
        document.set(prefix + "constraints.max_weight", maxWeight);
        document.set(prefix + "constraints.max_sector_weight", maxSectorWeight);
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
