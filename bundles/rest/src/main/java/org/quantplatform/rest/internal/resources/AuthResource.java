package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quantplatform.api.auth.AuthStatus;
import org.quantplatform.api.auth.AwsLoginRequest;
import org.quantplatform.api.auth.KeySet;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.LoginRequest;
import org.quantplatform.api.auth.RefreshRequest;
import org.quantplatform.api.auth.SessionLogin;
import org.quantplatform.api.auth.Setup;
import org.quantplatform.api.auth.TokenLogin;
import org.quantplatform.api.users.PasswordChange;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.model.Credentials;
import org.quantplatform.rest.internal.front.Callers;
import org.quantplatform.rest.internal.front.SessionCookie;
import org.quantplatform.rest.internal.front.Tickets;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Open;

/** Getting in and out. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public final class AuthResource {

    @POST
    @Open
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "login",
            summary = "Begins a session; its token goes into the header X-Session-Token, or stays in the cookie."
                    + " In mode jwt: gives an access token for the header Authorization, and a refresh token")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = LoginRequest.class),
                            examples = @ExampleObject(name = "name", value = Examples.LOGIN)))
    @ApiResponse(
            responseCode = "200",
            description = "the session has begun",
            content = @Content(schema = @Schema(oneOf = {SessionLogin.class, TokenLogin.class})))
    public Response login() {
        Call call = Call.current();
        LoginRequest request = call.body(LoginRequest.class);
        return begun(call, request.credentials(Callers.address(call.request())));
    }

    @POST
    @Open
    @Path("aws-login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "awsLogin",
            summary = "Begins a session for an identity of AWS, proved by a signed GetCallerIdentity request")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AwsLoginRequest.class),
                            examples = @ExampleObject(name = "signed", value = Examples.AWS_LOGIN)))
    @ApiResponse(
            responseCode = "200",
            description = "the session has begun",
            content = @Content(schema = @Schema(implementation = SessionLogin.class)))
    public Response awsLogin() {
        Call call = Call.current();
        AwsLoginRequest request = call.body(AwsLoginRequest.class);
        return begun(call, request.credentials(Callers.address(call.request())));
    }

    @POST
    @Open
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "refreshTokens",
            summary = "Exchanges a refresh token for the next two tokens; one that was used before ends its session")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RefreshRequest.class),
                            examples = @ExampleObject(name = "token", value = Examples.REFRESH)))
    public TokenLogin refresh() {
        Call call = Call.current();
        RefreshRequest request = call.body(RefreshRequest.class);
        return call.front().logins().refresh(request.credentials(Callers.address(call.request())));
    }

    @GET
    @Open
    @Path("jwks")
    @Operation(
            operationId = "listPublicKeys",
            summary = "The public keys with which access tokens are verified, as a JSON Web Key Set (RFC 7517)")
    public KeySet keys() {
        return Call.current().front().logins().keys();
    }

    @POST
    @Open
    @Path("logout")
    @Operation(operationId = "logout", summary = "Ends the session; does nothing when there is none")
    @ApiResponse(responseCode = "204", description = "there is no session any more")
    public Response logout() {
        Call call = Call.current();
        call.front().logins().logout(Callers.credentials(call.request()));
        return Response.noContent().header("Set-Cookie", SessionCookie.NONE).build();
    }

    @GET
    @Open
    @Path("status")
    @Operation(operationId = "authStatus", summary = "Who the caller is to this server, and how to get in")
    public AuthStatus status() {
        Call call = Call.current();
        return call.front().logins().status(Callers.credentials(call.request()));
    }

    @POST
    @Open
    @Path("setup")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "setup", summary = "Makes the first administrator, while nobody can log in")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Setup.class),
                            examples = @ExampleObject(name = "first", value = Examples.SETUP)))
    @ApiResponse(
            responseCode = "201",
            description = "made",
            content = @Content(schema = @Schema(implementation = UserAccount.class)))
    public Response setup() {
        Call call = Call.current();
        Setup setup = call.body(Setup.class);
        UserAccount made = call.front().logins().setup(setup, Callers.address(call.request()));
        return Response.status(201).entity(made).build();
    }

    /**
     * A ticket.
     *
     * @param expiresIn seconds
     */
    public record Ticket(String ticket, long expiresIn) {}

    @POST
    @Path("ws-ticket")
    @Operation(
            operationId = "issueTicket",
            summary = "A ticket with which a page opens one WebSocket as the caller, at the address's ?ticket=")
    @ApiResponse(
            responseCode = "200",
            description = "counts once, for half a minute",
            content = @Content(schema = @Schema(implementation = Ticket.class)))
    public Response ticket() {
        Call call = Call.current();
        String ticket = call.front().tickets().issue(Callers.credentials(call.request()));
        return Response.ok(new Ticket(ticket, Tickets.LIFETIME.toSeconds())).build();
    }

    @GET
    @Path("account")
    @Operation(operationId = "getAccount", summary = "The caller's own account")
    public UserAccount account() {
        return Call.current().session().account().get();
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changePassword",
            summary = "Changes the caller's password and ends all of the caller's sessions")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = PasswordChange.class),
                            examples = @ExampleObject(name = "change", value = Examples.PASSWORD)))
    public UserAccount password() {
        Call call = Call.current();
        PasswordChange change = call.body(PasswordChange.class);
        return call.session().account().changePassword(change);
    }

    private static Response begun(Call call, Credentials credentials) {
        Login login = call.front().logins().login(credentials);
        Response.ResponseBuilder answer = Response.ok(login);
        if (login instanceof SessionLogin session) {
            answer.header("Set-Cookie", SessionCookie.of(session, call.request().isSecure()));
        }
        return answer.build();
    }
}
