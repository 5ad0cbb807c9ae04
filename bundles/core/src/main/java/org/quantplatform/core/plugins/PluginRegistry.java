package org.quantplatform.core.plugins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;

/** Finds admitted plug-ins and binds their parameters. */
public interface PluginRegistry {

    /**
     * Binds the active plug-in of this id.
     *
     * @param service interface of the kind, such as {@code Factor.class}
     * @param id with {@code -} or {@code _}
     * @param path of the parameters in the request, for the field names of errors
     * @throws org.quantplatform.model.QuantException {@code INVALID_REQUEST} naming each wrong parameter, or naming {@code
     *     idPath} when there is no such active plug-in (a quarantined one is said to be so)
     */
    <S> BoundPlugin<S> bind(Class<S> service, String id, Map<String, Object> parameters, RequestPath path);

    /**
     * Binds exactly the pinned code, from the archive when it is not installed now.
     *
     * @throws org.quantplatform.model.QuantException {@code UNPROCESSABLE} when the code is not at hand any more
     */
    <S> BoundPlugin<S> bind(Class<S> service, PluginPin pin, Map<String, Object> parameters);

    /** The active plug-in of this id, whatever its parameters. */
    Optional<PluginInfo> find(PluginKind kind, String id);

    /** The active plug-ins of a kind, in order of id. */
    List<PluginInfo> active(PluginKind kind);

    /** Number of plug-ins in this state. */
    long count(PluginInfo.Status status);

    /**
     * Where id and parameters stand in a request.
     *
     * @param id such as {@code strategy.plugin}
     * @param parameters such as {@code strategy.parameters}
     */
    record RequestPath(String id, String parameters) {}
}
