package org.quantplatform.client.internal;

import java.time.Duration;
import org.quantplatform.api.health.Health;
import org.quantplatform.api.health.HealthReport;

/** Health over HTTP: a server that is not ready says so with 503 and the same document. */
public final class RemoteHealth implements Health {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Http http;

    public RemoteHealth(Http http) {
        this.http = http;
    }

    @Override
    public HealthReport report() {
        Answer answer = http.ask(Call.get("/health"), PATIENCE);
        boolean report = answer.isJson() && answer.json().path("version").isTextual();
        if (report && (answer.good() || answer.status() == 503)) {
            return answer.as(HealthReport.class);
        }
        throw Problems.read(answer);
    }
}
