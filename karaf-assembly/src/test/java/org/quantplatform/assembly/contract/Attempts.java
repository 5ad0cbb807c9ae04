package org.quantplatform.assembly.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quantplatform.assembly.contract.ApiDocument.Operation;
import org.quantplatform.assembly.contract.ApiDocument.Parameter;

/** Makes requests that are wrong in one respect or another. */
final class Attempts {

    private static final String LONG = "x".repeat(20_000);

    private static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: ;;;",
            "Accept: application/json;q=0",
            "Accept: */*;q=abc",
            "Accept-Encoding: gzip;q=abc, *;q=0",
            "Accept-Encoding: gzip",
            "Accept-Language: \u00ff\u00fe",
            "Authorization: Bearer a.b.c",
            "Authorization: Basic !!!",
            "Authorization:",
            "Content-Encoding: gzip",
            "Cookie: quant_session=' OR 1=1; =; ;;",
            "Cookie: " + "a=b; ".repeat(500),
            "Expect: 100-continue",
            "Expect: magic",
            "Host: evil.example",
            "Host:",
            "Idempotency-Key: same",
            "Idempotency-Key: " + "k".repeat(129),
            "Idempotency-Key: \u00e9",
            "If-Match: \"v999\"",
            "If-Match: \"v1\"",
            "If-Match: *",
            "If-Match: W/\"\u0001\"",
            "If-None-Match: *",
            "If-None-Match: \"",
            "If-Modified-Since: yesterday",
            "If-Modified-Since: Fri, 31 Dec 9999 23:59:59 GMT",
            "Last-Event-ID: x",
            "Origin: https://evil.example",
            "Origin: null",
            "Range: bytes=0-10",
            "Range: bytes=5-1",
            "Range: bytes=-0",
            "Range: bytes=99999999999999999999-",
            "Range: lines=1-2",
            "Sec-Fetch-Site: cross-site",
            "Upgrade: websocket",
            "X-Forwarded-For: ' OR 1=1",
            "X-Request-Id: ../../x y",
            "X-Session-Token: ' OR '1'='1",
            "X-Long: " + LONG);

    private static final List<String> ON_THEIR_OWN = List.of(
            "Content-Length: 3",
            "Content-Length: -1",
            "Content-Length: 99999999999",
            "Content-Length: x",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip",
            "no colon",
            ": no name",
            "Bad Name: x");

    private static final List<String> TYPES = List.of(
            "",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=contract-boundary",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/problem+json",
            "application",
            ";;;",
            "*/*");

    private static final List<String> METHODS = List.of("PATCH", "BREW", "TRACE", "get", "HEAD", "OPTIONS", "PUT");

    private final Requests requests;

    Attempts(Requests requests) {
        this.requests = requests;
    }

    /** @param operation null when the request is no longer one of it */
    record Attempt(@Nullable Operation operation, Request request) {}

    Attempt next(Operation operation, SplittableRandom random) {
        int kind = random.nextInt(100);
        if (!operation.bodies().isEmpty() && kind < 65) {
            return new Attempt(operation, body(operation, random));
        }
        return switch (kind % 10) {
            case 0, 1, 2 -> path(operation, random);
            case 3, 4, 5, 6 -> new Attempt(operation, query(operation, random));
            case 7, 8 -> new Attempt(operation, header(operation, random));
            default -> method(operation, random);
        };
    }

    private Request body(Operation operation, SplittableRandom random) {
        Request request = requests.documented(operation, random);
        var right = requests.body(operation, random);
        int kind = random.nextInt(20);
        if (kind < 11) {
            return changed(request, "application/json", Requests.bytes(Spoiled.document(right, random)));
        }
        if (kind < 16) {
            return changed(request, "application/json", Spoiled.text(Requests.text(right), random));
        }
        if (kind < 18 && operation.bodies().size() > 1) {
            byte[] form = Requests.form(Spoiled.document(right, random));
            byte[] spoiled =
                    random.nextBoolean() ? form : Spoiled.text(new String(form, StandardCharsets.UTF_8), random);
            return changed(request, "multipart/form-data; boundary=contract-boundary", spoiled);
        }
        return changed(request, TYPES.get(random.nextInt(TYPES.size())), Requests.bytes(right));
    }

    private static Request changed(Request request, String type, byte[] body) {
        List<String> headers = request.headers().stream()
                .filter(line -> !line.startsWith("Content-Type"))
                .toList();
        return new Request(request.method(), request.target(), headers, new byte[0], false).withBody(type, body);
    }

    /** A value that is no part of a path may lead to another route. */
    private Attempt path(Operation operation, SplittableRandom random) {
        String nasty = Nasty.text(random);
        String value = random.nextInt(8) == 0 ? "%ff%zz" : Requests.escaped(nasty);
        UnaryOperator<String> change =
                switch (random.nextInt(4)) {
                    case 0 -> right -> right + value;
                    case 1 -> right -> value + right;
                    default -> right -> value;
                };
        boolean leaves = nasty.isBlank() || nasty.contains("/") || nasty.contains("\\") || value.contains("%zz");
        String path = requests.path(operation, random, change);
        Request request = requests.documented(operation, random).withTarget(path);
        return new Attempt(leaves ? null : operation, request);
    }

    private Request query(Operation operation, SplittableRandom random) {
        Map<String, String> query = new LinkedHashMap<>(requests.query(operation, random));
        List<Parameter> known = operation.parameters("query");
        String name = known.isEmpty() || random.nextInt(6) == 0
                ? Nasty.text(random)
                : known.get(random.nextInt(known.size())).name();
        query.put(name, random.nextInt(3) == 0 ? Nasty.number(random) : Nasty.text(random));
        String text = Requests.query(query);
        String spoiled =
                switch (random.nextInt(12)) {
                    case 0 -> text + text.replace('?', '&');
                    case 1 -> text + "&&=&%00&%zz";
                    case 2 -> text + "&%ff=%fe";
                    default -> text;
                };
        Request request = requests.documented(operation, random);
        return request.withTarget(request.target().split("\\?")[0] + spoiled);
    }

    private Request header(Operation operation, SplittableRandom random) {
        Request request = requests.documented(operation, random);
        if (random.nextInt(6) == 0) {
            return request.withHeaders(List.of(ON_THEIR_OWN.get(random.nextInt(ON_THEIR_OWN.size()))))
                    .onItsOwn();
        }
        List<String> headers = new ArrayList<>(request.headers());
        if (random.nextInt(8) == 0) {
            headers.removeIf(line -> line.startsWith("X-Session-Token"));
        }
        headers.add(HEADERS.get(random.nextInt(HEADERS.size())));
        return new Request(request.method(), request.target(), headers, request.body(), false);
    }

    private Attempt method(Operation operation, SplittableRandom random) {
        Request request = requests.documented(operation, random);
        String method = METHODS.get(random.nextInt(METHODS.size()));
        return new Attempt(
                null, new Request(method, request.target(), request.headers(), request.body(), false).onItsOwn());
    }
}
