package org.quantplatform.research.internal.backtests;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.core.digest.Sha256;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Trade;

/**
 * Digest of what went into a run and what came out: the engine, the plug-ins' code and parameters, the request, the data,
 * and every bit of equity, cash and trades. Ids, names, times and the host are left out.
 */
final class ResultHash {

    private final MessageDigest digest = Sha256.digest();

    private ResultHash() {}

    static String of(Manifest manifest, double[] equity, double[] cash, List<Trade> trades) {
        ResultHash hash = new ResultHash();
        hash.text(QuantJson.write(inputs(manifest)));
        hash.numbers(equity);
        hash.numbers(cash);
        for (Trade trade : trades) {
            hash.text(trade.date() + " " + trade.signalDate() + " " + trade.ticker() + " " + trade.side());
            hash.numbers(trade.shares(), trade.price(), trade.commission(), trade.tax(), trade.slippage());
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private static Map<String, Object> inputs(Manifest manifest) {
        BacktestRequest request = manifest.request();
        BacktestRequest unnamed = new BacktestRequest(
                null,
                request.strategy(),
                request.universe(),
                request.startDate(),
                request.endDate(),
                request.initialCapital(),
                request.currency(),
                request.execution(),
                request.costs(),
                request.benchmark(),
                request.adjust(),
                request.financing(),
                request.dividends());
        Map<String, Object> inputs = new TreeMap<>();
        inputs.put("engine", manifest.engine());
        inputs.put("plugins", manifest.plugins());
        inputs.put("parameters", manifest.parameters());
        inputs.put("data", String.valueOf(manifest.dataDigest()));
        inputs.put("request", unnamed);
        inputs.put("seed", manifest.seed());
        return inputs;
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private void numbers(double... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + numbers.length * Double.BYTES);
        buffer.putInt(numbers.length);
        for (double number : numbers) {
            buffer.putDouble(number);
        }
        digest.update(buffer.flip());
    }
}
