package org.quantplatform.client.internal;

import java.util.Map;
import org.quantplatform.api.auth.AuthStatus;
import org.quantplatform.api.auth.AwsLoginRequest;
import org.quantplatform.api.auth.KeySet;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.LoginRequest;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.api.auth.RefreshRequest;
import org.quantplatform.api.auth.Setup;
import org.quantplatform.api.auth.TokenLogin;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.model.Credentials;

/** {@code /auth}; the token of a session goes along as with every call, and the server knows the address itself. */
public final class RemoteLogins implements Logins {

    private final Http http;

    public RemoteLogins(Http http) {
        this.http = http;
    }

    @Override
    public AuthStatus status(Credentials credentials) {
        return http.send(Call.get("/auth/status")).as(AuthStatus.class);
    }

    /** Made once: a server that shuts the door for a while is not asked again. */
    @Override
    public Login login(Credentials credentials) {
        if (AwsLoginRequest.isIn(credentials)) {
            return http.secret(Call.post("/auth/aws-login", AwsLoginRequest.of(credentials)))
                    .as(Login.class);
        }
        Map<String, String> values = credentials.values();
        LoginRequest request = new LoginRequest(values.get("username"), null, values.get("password"));
        return http.secret(Call.post("/auth/login", request)).as(Login.class);
    }

    /** Made once: a refresh token counts for one call. */
    @Override
    public TokenLogin refresh(Credentials credentials) {
        RefreshRequest request = new RefreshRequest(credentials.values().get("refresh_token"));
        return http.secret(Call.post("/auth/refresh", request)).as(TokenLogin.class);
    }

    @Override
    public KeySet keys() {
        return http.send(Call.get("/auth/jwks")).as(KeySet.class);
    }

    @Override
    public void logout(Credentials credentials) {
        http.send(Call.action("/auth/logout"));
    }

    @Override
    public UserAccount setup(Setup setup, String address) {
        return http.secret(Call.post("/auth/setup", setup)).as(UserAccount.class);
    }
}
