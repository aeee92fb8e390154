package org.sightline;

import picocli.CommandLine.Command;

/// The key among three custodians (CR-07).
@Command(
    name = "escrow",
    description =
        "Shares the installation's key out among three custodians, of whom any two can bring it back.",
    mixinStandardHelpOptions = true,
    subcommands = {EscrowSplitCommand.class, EscrowRecoverCommand.class, EscrowDrillCommand.class})
final class EscrowCommand {

  EscrowCommand() {}
}
