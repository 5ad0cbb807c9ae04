package org.quantplatform.research.internal.searches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.SearchStore;

/** One search in memory; the ledger counts nothing else. */
final class MemorySearchStore implements SearchStore {

    private final TreeMap<Integer, Finished> trials = new TreeMap<>();
    private final List<Integer> saved = new ArrayList<>();
    private final int most;
    private @Nullable Result result;

    MemorySearchStore() {
        this(Integer.MAX_VALUE);
    }

    /** @param most trials after which the server seems to be killed */
    MemorySearchStore(int most) {
        this.most = most;
    }

    /** Goes on where the other ended. */
    MemorySearchStore(MemorySearchStore earlier) {
        this(Integer.MAX_VALUE);
        trials.putAll(earlier.trials);
    }

    static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Numbers in order of time. */
    List<Integer> saved() {
        return saved;
    }

    Result result() {
        return Optional.ofNullable(result).orElseThrow();
    }

    @Override
    public void save(String id, List<Finished> finished) {
        for (Finished each : finished) {
            if (trials.size() >= most) {
                throw new Killed();
            }
            saved.add(each.trial().number());
            trials.putIfAbsent(each.trial().number(), each);
        }
    }

    @Override
    public Set<Integer> finished(String id) {
        return new TreeSet<>(trials.keySet());
    }

    @Override
    public List<Finished> all(String id, Part part) {
        return trials.values().stream()
                .filter(each -> each.trial().part() == part)
                .toList();
    }

    @Override
    public Page<Trial> trials(String id, TrialQuery query, PageRequest page) {
        return Page.cut(
                trials.values().stream()
                        .map(Finished::trial)
                        .sorted(Comparator.comparingInt(Trial::number))
                        .toList(),
                page);
    }

    @Override
    public long counted(String id) {
        return trials.size();
    }

    @Override
    public void saveResult(String id, Result found) {
        result = found;
    }

    @Override
    public String create(Caller caller, NewSearch search, Optional<String> idempotencyKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Search> get(long ownerId, String id) {
        return Optional.empty();
    }

    @Override
    public Page<Search> list(long ownerId, PageRequest page) {
        return Page.of(List.of(), page, 0);
    }

    @Override
    public Optional<NewSearch> plan(long ownerId, String id) {
        return Optional.empty();
    }

    @Override
    public void delete(long ownerId, String id) {
        throw new UnsupportedOperationException();
    }
}
