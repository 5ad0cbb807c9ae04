/** The auth mode {@link org.example.statickey.StaticKeyAuthMode}. */
package org.example.statickey;
