// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0
//
// libpassculture for .NET on Linux, through P/Invoke: passculture.h in C#'s words, and a small class on it.
// `make deb-check` compiles and runs it where .NET is at hand; nowhere else is it compiled.
// It opens, checks and validates: what it has no method for (later, pending, undo, cancel, webhooks) passculture.h describes.

using System;
using System.Runtime.InteropServices;
using System.Text;

namespace PassCulture;

/// <summary>What became of a question. Only <see cref="Validated"/> is a final receipt.</summary>
public enum Outcome { None, Valid, Refused, Validated, Provisional, Probable, Unknown }

/// <summary>No answer: the question could not be put, or nothing came back. After a validation: nothing was sent.</summary>
public sealed class FaultException : Exception
{
    public int Status { get; }
    public string Code { get; }
    public string Cashier { get; }
    public bool NothingWasSent { get; }

    internal FaultException(in Native.Error error) : base($"{Native.Text(error.Code)}: {Native.Text(error.Detail)}")
    {
        Status = error.Status;
        Code = Native.Text(error.Code);
        Cashier = Native.Text(error.CashierFr);
        NothingWasSent = error.NothingWasSent != 0;
    }
}

/// <summary>What the platform says of a countermark that was checked.</summary>
public sealed record Check(
    Outcome Outcome, string Reason, string Cashier, string OfferName, string UserName, DateTimeOffset? BeginsAt,
    int Quantity);

/// <summary>What became of a countermark that was to be validated.</summary>
public sealed record Validation(Outcome Outcome, string Reason, string Cashier, string Attempt);

/// <summary>A till. May be used by several threads at once.</summary>
public sealed class Till : IDisposable
{
    private IntPtr handle;

    public Till(string baseUrl, string email, string password, string? outbox = null)
    {
        var texts = new[] { baseUrl, email, password, outbox };
        var pointers = Array.ConvertAll(texts, Marshal.StringToCoTaskMemUTF8);
        try
        {
            var config = new Native.Config
            {
                Size = (uint)Marshal.SizeOf<Native.Config>(), BaseUrl = pointers[0], Email = pointers[1],
                Password = pointers[2], OutboxPath = pointers[3],
            };
            Native.Must(Native.pc_open(ref config, out handle));
        }
        finally
        {
            foreach (var pointer in pointers) Marshal.FreeCoTaskMem(pointer);
        }
    }

    /// <summary>Vérifier: changes nothing.</summary>
    public Check Check(string countermark)
    {
        var result = new Native.CheckResult { Size = (uint)Marshal.SizeOf<Native.CheckResult>() };
        Native.Must(Native.pc_check(handle, countermark, ref result));
        DateTimeOffset? begins = result.BeginsAt == long.MinValue
            ? null : DateTimeOffset.UnixEpoch.AddTicks(result.BeginsAt * 10);
        return new Check(
            (Outcome)result.Outcome, Native.Text(result.Reason), Native.Text(result.CashierFr),
            Native.Text(result.OfferName), Native.Text(result.UserName), begins, result.Quantity);
    }

    /// <summary>Valider: cannot be taken back.</summary>
    public Validation Validate(string countermark)
    {
        var result = new Native.Validation { Size = (uint)Marshal.SizeOf<Native.Validation>() };
        Native.Must(Native.pc_validate(handle, countermark, IntPtr.Zero, ref result));
        return new Validation(
            (Outcome)result.Outcome, Native.Text(result.Reason), Native.Text(result.CashierFr),
            Native.Text(result.Attempt));
    }

    public void Dispose()
    {
        if (handle == IntPtr.Zero) return;
        Native.pc_close(handle);
        handle = IntPtr.Zero;
    }
}

internal static class Native
{
    private const string Library = "libpassculture.so.1";

    [StructLayout(LayoutKind.Sequential)]
    internal struct Config
    {
        public uint Size;
        public int Environment;
        public IntPtr BaseUrl, Email, Password, ProductName, ProductVersion, Proxy, CaFile, OutboxPath, TillName, Venue;
        public uint TotalDeadlineMs, ConnectDeadlineMs, Flags, OfflineCount, OfflineHours, Reserved;
        public long OfflineAmountCents;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct CheckResult
    {
        public uint Size;
        public int Outcome, HttpStatus;
        public uint Reserved;
        public long BeginsAt, DateOfBirth;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 64)] public byte[] Reason;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 512)] public byte[] CashierFr;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 512)] public byte[] CashierEn;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 256)] public byte[] OfferName;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 256)] public byte[] UserName;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 256)] public byte[] UserEmail;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 64)] public byte[] PhoneNumber;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 64)] public byte[] BookingId;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 16)] public byte[] Department;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 64)] public byte[] BeginsAtFr;
        public int Quantity, Reserved2;
        public long PriceCents, ConfirmedFrom;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Validation
    {
        public uint Size;
        public int Outcome, HttpStatus;
        public uint Others;
        public long Since, NotBefore;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 32)] public byte[] Attempt;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 64)] public byte[] Reason;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 512)] public byte[] CashierFr;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 512)] public byte[] CashierEn;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Error
    {
        public uint Size;
        public int Status, HttpStatus, NothingWasSent;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 64)] public byte[] Code;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 512)] public byte[] Detail;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 512)] public byte[] CashierFr;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 512)] public byte[] CashierEn;
    }

    [DllImport(Library)] internal static extern int pc_open(ref Config config, out IntPtr till);
    [DllImport(Library)] internal static extern int pc_close(IntPtr till);
    [DllImport(Library)] internal static extern int pc_check(
        IntPtr till, [MarshalAs(UnmanagedType.LPUTF8Str)] string countermark, ref CheckResult result);
    [DllImport(Library)] internal static extern int pc_validate(
        IntPtr till, [MarshalAs(UnmanagedType.LPUTF8Str)] string countermark, IntPtr sale, ref Validation validation);
    [DllImport(Library)] internal static extern int pc_last_error(ref Error error);

    internal static string Text(byte[] place)
    {
        var end = Array.IndexOf(place, (byte)0);
        return Encoding.UTF8.GetString(place, 0, end < 0 ? place.Length : end);
    }

    internal static void Must(int status)
    {
        if (status == 0) return;
        var error = new Error { Size = (uint)Marshal.SizeOf<Error>() };
        pc_last_error(ref error);
        throw new FaultException(error);
    }
}
