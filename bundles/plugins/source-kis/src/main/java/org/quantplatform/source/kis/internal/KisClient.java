package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.quantplatform.source.http.Conduct;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.Pace;
import org.quantplatform.source.http.RateLimit;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebAnswer;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.source.http.WebRequest;

/** Asks the provider on behalf of one job. */
final class KisClient {

    /** A service: where it is and by which number it is called. */
    record Service(String path, String number) {}

    private static final int MAX_PAGES = 1_000;
    private static final Set<String> MORE = Set.of("F", "M");

    private final KisSetup.Place place;
    private final WebClient data;
    private final WebClient files;
    private final BooleanSupplier cancelled;

    KisClient(KisSetup setup, Account account, TokenKeeper keeper, RateLimit limit, BooleanSupplier cancelled) {
        this.place = setup.place();
        this.cancelled = cancelled;
        WebClient.Settings settings = WebClient.Settings.usual(setup.id(), account.key(), account.secret())
                .with(setup.patience().attempts(), setup.patience().pause());
        Conduct conduct = new KisConduct(account, setup.choice().custtype(), keeper, cancelled);
        this.data = new WebClient(settings, conduct, limit, Pace.real());
        this.files = new WebClient(settings, new Conduct() {}, new RateLimit(0, 1, Pace.real()), Pace.real());
    }

    /** One answer. */
    JsonRow ask(Service service, Map<String, String> parameters) throws IOException {
        return JsonRow.of(send(service, parameters, ""));
    }

    /**
     * The rows of all pages.
     *
     * @param output name of the rows in an answer
     * @throws UnreadableAnswer when a page comes twice
     */
    List<JsonNode> askAll(Service service, Map<String, String> parameters, String output) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        List<JsonNode> before = List.of();
        String page = "";
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            WebAnswer answer = send(service, parameters, page);
            List<JsonNode> some = JsonRow.of(answer).list(output);
            if (!some.isEmpty() && some.equals(before)) {
                throw new UnreadableAnswer(service.path() + " sent the same page twice");
            }
            rows.addAll(some);
            if (!MORE.contains(answer.header("tr_cont").orElse(""))) {
                return rows;
            }
            before = some;
            page = "N";
        }
        throw new UnreadableAnswer(service.path() + " sent more than " + MAX_PAGES + " pages");
    }

    /** A list of instruments as it was sent; the host asks for no key and is given none. */
    byte[] symbols(String file) throws IOException {
        return files.send(
                        WebRequest.get(WebRequest.uri(place.symbols(), "/common/master/" + file + ".zip", Map.of())),
                        cancelled)
                .body();
    }

    private WebAnswer send(Service service, Map<String, String> parameters, String page) throws IOException {
        WebRequest request = WebRequest.get(WebRequest.uri(place.host(), service.path(), parameters))
                .withHeader("content-type", "application/json; charset=utf-8")
                .withHeader("tr_id", service.number())
                .withHeader("tr_cont", page);
        return data.send(request, cancelled);
    }
}
