package org.quantplatform.model;

/**
 * Names the exact code of a plug-in, so that a run can be repeated with it.
 *
 * @param sha256 digest of the bundle's jar, 64 lower-case hexadecimal digits
 */
public record PluginPin(PluginKind kind, String id, String symbolicName, String version, String sha256) {}
