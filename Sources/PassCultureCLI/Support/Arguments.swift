// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import Conformance

extension Conformance.Category: ExpressibleByArgument {}

extension ContractEdition: ExpressibleByArgument {}

extension RequirementLevel: ExpressibleByArgument {}
