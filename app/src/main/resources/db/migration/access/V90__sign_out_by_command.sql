-- The command line signs people out (AN-11) without the staff site's role.
grant delete on access.sign_in to sightline_system;
