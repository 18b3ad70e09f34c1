// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0
//
// Checks and validates the countermarks on the command line; everything valid is taken as handed over.

using System;
using PassCulture;

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? "";

var worst = 0;
try
{
    using var till = new Till(Setting("PASSCULTURE_URL"), Setting("PASSCULTURE_EMAIL"), Setting("PASSCULTURE_PASSWORD"));
    foreach (var countermark in args)
    {
        var check = till.Check(countermark);
        Console.WriteLine(check.Cashier);
        if (check.Outcome == Outcome.Refused) { worst = Math.Max(worst, 1); continue; }
        var validation = till.Validate(countermark);
        Console.WriteLine(validation.Cashier);
        worst = Math.Max(worst, validation.Outcome switch { Outcome.Validated => 0, Outcome.Refused => 1, _ => 3 });
    }
}
catch (FaultException fault)
{
    Console.WriteLine(fault.Cashier);
    Console.Error.WriteLine($"till: {fault.Message}");
    worst = Math.Max(worst, 2);
}
return worst;
