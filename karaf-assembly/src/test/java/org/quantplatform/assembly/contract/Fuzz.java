package org.quantplatform.assembly.contract;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.assembly.contract.ApiDocument.Operation;
import org.quantplatform.assembly.contract.Attempts.Attempt;

/**
 * Asks a server everything that its document offers, right and wrong, in an order that a seed decides, and judges each answer.
 * What is queued is cancelled soon, so that the work stays bounded.
 */
public final class Fuzz {

    private static final int LET_RUN = 3;
    private static final int SLOW_MILLIS = 8000;
    private static final int MOST_TOLD = 40;

    private final ApiDocument api;
    private final Things things;
    private final Wire wire;
    private final Requests requests;
    private final Attempts attempts;
    private final Judge judge;
    private final String session;
    private final long seed;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> queued = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private int sent;
    private long slowest;

    /**
     * @param session token of who asks
     * @param limit for each answer
     */
    public Fuzz(ApiDocument api, Things things, int port, String session, Duration limit, long seed) {
        this.api = api;
        this.things = things;
        this.wire = new Wire(port, limit);
        this.requests = new Requests(api, things, session);
        this.attempts = new Attempts(requests);
        this.judge = new Judge(api);
        this.session = session;
        this.seed = seed;
    }

    /** Requests that were sent. */
    public int sent() {
        return sent;
    }

    /** Different faults, each with the request that showed it first. */
    public List<String> faults() {
        return faults;
    }

    /**
     * Sends the request examples of each operation.
     *
     * @param first ids of operations that make what the examples of others name
     * @return the statuses of the answers by operation
     */
    public Map<String, List<Integer>> examples(List<String> first) {
        Map<String, List<Integer>> answers = new TreeMap<>();
        List<Operation> operations = api.operations().stream()
                .sorted(Comparator.comparing(operation -> !first.contains(operation.id())))
                .toList();
        for (Operation operation : operations) {
            for (var example : operation.examples()) {
                Request request = requests.with(operation, example, new SplittableRandom(seed));
                Answer answer = send(new Attempt(operation, request));
                answers.computeIfAbsent(operation.id(), id -> new ArrayList<>())
                        .add(answer == null ? 0 : answer.status());
            }
        }
        return answers;
    }

    /** @param end of {@link System#nanoTime}, from which on nothing more is sent */
    public void run(int count, long end) {
        List<Operation> operations = api.operations();
        for (int number = 0; number < count && System.nanoTime() < end; number++) {
            SplittableRandom random = new SplittableRandom(seed + number);
            Operation operation = operations.get(number % operations.size());
            boolean right = random.nextInt(4) == 0;
            send(
                    right
                            ? new Attempt(operation, requests.documented(operation, random))
                            : attempts.next(operation, random));
        }
    }

    private @Nullable Answer send(Attempt attempt) {
        Answer answer;
        try {
            answer = wire.send(attempt.request());
        } catch (IOException e) {
            tell(attempt, "no answer: " + e, "");
            return null;
        } finally {
            sent++;
        }
        statuses.merge(answer.status(), 1, Integer::sum);
        slowest = Math.max(slowest, answer.millis());
        if (answer.millis() > SLOW_MILLIS) {
            tell(attempt, "an answer after %d ms".formatted(answer.millis()), answer.text());
        }
        judge.faults(attempt.operation(), attempt.request(), answer)
                .forEach(fault -> tell(attempt, fault, answer.status() + " " + answer.text()));
        if (attempt.operation() != null && answer.status() < 300) {
            learn(attempt.operation(), answer);
        }
        return answer;
    }

    /** The same fault of the same operation is told once. */
    private void tell(Attempt attempt, String fault, String answer) {
        String what = attempt.operation() == null
                ? "no operation"
                : attempt.operation().toString();
        if (told.add(what + fault.replaceAll("[0-9]+", "")) && faults.size() < MOST_TOLD) {
            faults.add("%s: %s (seed %d, request %d)\n   -> %s\n   <- %s"
                    .formatted(what, fault, seed, sent, attempt.request(), Request.shown(answer)));
        }
    }

    private void learn(Operation operation, Answer answer) {
        var document = answer.json();
        if (operation.method().equals("POST") && document.isObject()) {
            things.learn(operation, document);
        }
        if (answer.status() == 202 && queued.merge(operation.id(), 1, Integer::sum) > LET_RUN) {
            Things.made(document).ifPresent(this::cancel);
        }
    }

    private void cancel(String job) {
        String path = api.base() + "/jobs/" + Requests.escaped(job) + "/cancel";
        send(new Attempt(null, Request.of("POST", path, "X-Session-Token: " + session)));
    }

    @Override
    public String toString() {
        return sent + " requests, slowest answer " + slowest + " ms, answers by status " + statuses;
    }
}
