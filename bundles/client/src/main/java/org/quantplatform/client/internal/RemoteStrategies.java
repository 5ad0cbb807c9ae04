package org.quantplatform.client.internal;

import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.strategies.Strategies;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** {@code /strategies}. */
public final class RemoteStrategies implements Strategies {

    private final Http http;

    public RemoteStrategies(Http http) {
        this.http = http;
    }

    @Override
    public Page<StoredStrategy> list(PageRequest page) {
        return http.send(Call.get(Query.of("/strategies").page(page).toString()))
                .page("strategies", StoredStrategy.class);
    }

    @Override
    public StoredStrategy get(String id) {
        return http.send(Call.get(path(id))).as(StoredStrategy.class);
    }

    @Override
    public StoredStrategy create(StrategyDefinition definition, Optional<String> idempotencyKey) {
        return http.send(Call.create("/strategies", definition, idempotencyKey.orElseGet(Call::newKey)))
                .as(StoredStrategy.class);
    }

    @Override
    public StoredStrategy update(String id, StrategyDefinition definition, Optional<Integer> expectedVersion) {
        Call put = Call.put(path(id), definition);
        if (expectedVersion.isPresent()) {
            put = put.with("If-Match", tagOf(id, expectedVersion.get()));
        }
        return http.send(put).as(StoredStrategy.class);
    }

    @Override
    public void delete(String id) {
        http.send(Call.delete(path(id)));
    }

    private String tagOf(String id, int version) {
        // an answer in another encoding may have another tag
        Answer answer = http.send(Call.get(path(id)).with("Accept-Encoding", "identity"));
        int stored = answer.as(StoredStrategy.class).version();
        if (stored != version) {
            throw QuantException.of(
                    ErrorCode.PRECONDITION_FAILED,
                    "strategy '" + id + "' has version " + stored + ", expected " + version);
        }
        return answer.etag().orElse("\"v" + version + "\"");
    }

    private static String path(String id) {
        return "/strategies/" + Query.segment(id);
    }
}
