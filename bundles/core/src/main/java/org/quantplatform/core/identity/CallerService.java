package org.quantplatform.core.identity;

/**
 * Makes a service of the api for one caller. Bundles that implement a part of the api register this; the security bundle
 * puts permissions and the audit log in front and hands it to the faces.
 *
 * @param <T> the api's interface
 */
public interface CallerService<T> {

    Class<T> type();

    /** Knows the caller as owner; checks no permission. Cheap: called once per session. */
    T forCaller(Caller caller);
}
