package org.quantplatform.rest.internal.resources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quantplatform.api.Page;
import org.quantplatform.api.users.IssuedPassword;
import org.quantplatform.api.users.NewUser;
import org.quantplatform.api.users.RoleChange;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.api.users.Users;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Paging;

/** Users, for administrators. */
@Path("admin/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "admin")
public final class UserResource {

    @GET
    @Operation(operationId = "listUsers", summary = "All users, in order of name")
    public Page<UserAccount> list(@BeanParam Paging paging) {
        return users().list(paging.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createUser",
            summary = "Makes a user; without a password one is made, told once, and serves only to change it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewUser.class),
                            examples = @ExampleObject(name = "analyst", value = Examples.NEW_USER)))
    @ApiResponse(
            responseCode = "201",
            description = "made",
            content = @Content(schema = @Schema(implementation = IssuedPassword.class)))
    public Response create() {
        NewUser user = Call.current().body(NewUser.class);
        return Response.status(201).entity(users().create(user)).build();
    }

    @POST
    @Path("{username}/deactivate")
    @Operation(operationId = "deactivateUser", summary = "Ends the user's sessions and lets the user log in no more")
    public UserAccount deactivate(@PathParam("username") String username) {
        return users().deactivate(username);
    }

    @POST
    @Path("{username}/activate")
    @Operation(operationId = "activateUser", summary = "Lets the user log in again")
    public UserAccount activate(@PathParam("username") String username) {
        return users().activate(username);
    }

    @PUT
    @Path("{username}/role")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "setUserRole", summary = "Gives the user another role")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RoleChange.class),
                            examples = @ExampleObject(name = "analyst", value = Examples.ROLE)))
    public UserAccount role(@PathParam("username") String username) {
        Role role = Call.current().body(RoleChange.class).role();
        if (role == null) {
            throw QuantException.invalid("role", "is required");
        }
        return users().setRole(username, role);
    }

    @POST
    @Path("{username}/reset")
    @Operation(operationId = "resetUser", summary = "Ends the user's sessions and makes a new password, told once")
    public IssuedPassword reset(@PathParam("username") String username) {
        return users().reset(username);
    }

    private static Users users() {
        return Call.current().session().users();
    }
}
